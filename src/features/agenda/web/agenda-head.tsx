import { Button } from '../../../web/ui/button.tsx';
import { InPlaceText } from '../../../web/ui/in-place-text.tsx';
import { SaveState, type Saving } from '../../../web/ui/save-state.tsx';
import type { Agenda } from '../contract.ts';
import { maxObjectiveLength, maxTopicLength, maxTopics } from '../domain/points.ts';
import styles from './agenda-head.module.css';
import type { HeadStanding, StoredHead } from './head-saver.ts';
import { useHead } from './use-head.ts';

interface AgendaHeadProps {
  seriesId: string;
  myId: string;
  agenda: Agenda;
}

/** What the meeting is for: one sentence, and up to three main topics. */
export function AgendaHead({ seriesId, myId, agenda }: AgendaHeadProps) {
  const { head, standing, write, choose, leave } = useHead(seriesId, myId, agenda);
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
      {standing.is === 'conflict' && <BothWrote theirs={standing.theirs} onChoose={choose} />}
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
  theirs: StoredHead;
  onChoose: (which: 'mine' | 'theirs') => void;
}

function BothWrote({ theirs, onChoose }: BothWroteProps) {
  return (
    <div className={styles.conflict} role="alert">
      <p>The two of you wrote this at the same time. The other version says:</p>
      <blockquote>
        {theirs.objective === '' ? 'No objective' : theirs.objective}
        {theirs.topics.length > 0 && ` · ${theirs.topics.join(' · ')}`}
      </blockquote>
      <p className={styles.choice}>
        <Button size="s" onPress={() => onChoose('mine')}>
          Keep what is here
        </Button>
        <Button size="s" onPress={() => onChoose('theirs')}>
          Take that one
        </Button>
      </p>
    </div>
  );
}

function savingOf(standing: HeadStanding): Saving | null {
  switch (standing.is) {
    case 'untouched':
      return null;
    case 'saved':
      return { is: 'saved', at: standing.at };
    case 'saving':
      return { is: 'saving' };
    case 'offline':
      return { is: 'offline' };
    case 'conflict':
      return { is: 'failed', why: 'there are two versions' };
    case 'refused':
      return { is: 'failed', why: standing.why };
  }
}
