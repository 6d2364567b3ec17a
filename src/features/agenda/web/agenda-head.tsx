import { savingOf } from '../../../web/shell/use-words-saver.ts';
import { BothVersions } from '../../../web/ui/both-versions.tsx';
import { InPlaceText } from '../../../web/ui/in-place-text.tsx';
import { SaveState } from '../../../web/ui/save-state.tsx';
import type { Agenda } from '../contract.ts';
import { maxObjectiveLength, maxTopicLength, maxTopics } from '../domain/points.ts';
import styles from './agenda-head.module.css';
import type { Head } from './head-words.ts';
import { useHead } from './use-head.ts';

interface AgendaHeadProps {
  seriesId: string;
  myId: string;
  agenda: Agenda;
}

/** What the meeting is for: one sentence, and up to three main topics. */
export function AgendaHead({ seriesId, myId, agenda }: AgendaHeadProps) {
  const { words: head, standing, saver } = useHead(seriesId, myId, agenda);
  const { write, choose } = saver;
  const leave = () => void saver.flush(false);
  if (!agenda.abilities.arrange) return <ReadHead agenda={agenda} />;
  const topics = head.topics.length < maxTopics ? [...head.topics, ''] : head.topics;
  const writeTopic = (at: number, topic: string) => {
    const next = topics.map((other, index) => (index === at ? topic : other));
    write({ topics: next.slice(0, next.findLastIndex((one) => one !== '') + 1) });
  };
  const saving = savingOf(standing);
  return (
    <div className={styles.head}>
      <InPlaceText
        label="Objective of the next meeting"
        look="strong"
        placeholder="What is the next meeting for?"
        maxLength={maxObjectiveLength}
        value={head.objective}
        onChange={(objective) => write({ objective })}
        onBlur={leave}
        onEnter={leave}
      />
      <ol className={styles.topics}>
        {topics.map((topic, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a topic is its place among three
          <li key={at}>
            <InPlaceText
              label={`Main topic ${at + 1}`}
              placeholder={at === 0 ? 'Main topic' : 'Another main topic'}
              maxLength={maxTopicLength}
              value={topic}
              onChange={(next) => writeTopic(at, next)}
              onBlur={leave}
              onEnter={leave}
            />
          </li>
        ))}
      </ol>
      {saving !== null && (
        <p className={styles.saving}>
          <SaveState saving={saving} />
        </p>
      )}
      {standing.is === 'conflict' && <BothWrote theirs={standing.theirs.words} onChoose={choose} />}
    </div>
  );
}

function ReadHead({ agenda: { objective, topics } }: { agenda: Agenda }) {
  if (objective === '' && topics.length === 0) return null;
  return (
    <div className={styles.head}>
      {objective !== '' && <p className={styles.objective}>{objective}</p>}
      {topics.length > 0 && (
        <ol className={styles.topics}>
          {topics.map((topic) => (
            <li key={topic}>{topic}</li>
          ))}
        </ol>
      )}
    </div>
  );
}

interface BothWroteProps {
  theirs: Head;
  onChoose: (which: 'mine' | 'theirs') => void;
}

function BothWrote({ theirs: { objective, topics }, onChoose }: BothWroteProps) {
  return (
    <BothVersions
      words="The two of you wrote this at the same time. The other version says:"
      onChoose={onChoose}
    >
      {objective === '' ? 'No objective' : objective}
      {topics.length > 0 && ` · ${topics.join(' · ')}`}
    </BothVersions>
  );
}
