import { useState } from 'react';
import { assertNever } from '../../../shared/assert-never.ts';
import { Button } from '../../../web/ui/button.tsx';
import { Note } from '../../../web/ui/note.tsx';
import type { Item } from '../contract.ts';
import { answerInWords } from '../domain/answers.ts';
import { isFrozen, type State } from '../domain/states.ts';
import type { ItemDraft } from './autosave/item-draft.ts';
import { useSaver } from './autosave/use-record-saver.ts';
import { BothAnswers } from './both-answers.tsx';
import styles from './draft-notice.module.css';
import { namesOf } from './pair.ts';
import { useRecord } from './record-context.ts';
import { stateWords } from './state-words.ts';

/** What has to be decided about words that could not simply be saved. Both texts stay in sight until it is. */
export default function DraftNotice({ item, draft }: { item: Item; draft: ItemDraft }) {
  const { standing } = draft;
  switch (standing.is) {
    case 'saved':
    case 'unsaved':
    case 'sending':
    case 'offline':
      return null;
    case 'restored':
      return <Restored item={item} />;
    case 'conflict':
      return <Conflict item={item} draft={draft} theirs={standing.theirs.answer} />;
    case 'moved':
      return <Moved item={item} draft={draft} to={standing.to} />;
    case 'refused':
      return (
        <div role="alert" className={styles.notice}>
          <Note look="caution">
            Not saved: {standing.why} Your words stay on this device; change them, and they are sent again.
          </Note>
        </div>
      );
    default:
      return assertNever(standing);
  }
}

function Restored({ item }: { item: Item }) {
  const saver = useSaver();
  const { record } = useRecord();
  return (
    <div className={styles.notice}>
      <Note look="caution">
        <p>
          These words were kept on this device and are not published yet: {namesOf(record).employee} can’t
          read them.
        </p>
        <div className={styles.choices}>
          <Button size="s" onPress={() => saver.dispatch(item.id, { type: 'published' })}>
            Publish
          </Button>
          <Button size="s" look="plain" onPress={() => saver.dispatch(item.id, { type: 'discarded' })}>
            Discard
          </Button>
        </div>
      </Note>
    </div>
  );
}

function Conflict({ item, draft, theirs }: { item: Item; draft: ItemDraft; theirs: ItemDraft['typed'] }) {
  const saver = useSaver();
  const choose = (keep: 'mine' | 'theirs' | 'both') => saver.dispatch(item.id, { type: 'chosen', keep });
  return (
    <div role="alert" className={styles.notice}>
      <Note look="caution">
        <p>
          This answer was changed elsewhere while you were writing, perhaps in another window of yours. Which
          one is to stay?
        </p>
        <BothAnswers
          item={item}
          answers={[
            { label: 'Written here', answer: draft.typed, voice: 'mine' },
            { label: 'Saved meanwhile', answer: theirs, voice: 'theirs' },
          ]}
        />
        <div className={styles.choices}>
          <Button size="s" onPress={() => choose('mine')}>
            Keep mine
          </Button>
          <Button size="s" onPress={() => choose('theirs')}>
            Take the other
          </Button>
          <Button size="s" onPress={() => choose('both')}>
            Keep both, one after the other
          </Button>
        </div>
      </Note>
    </div>
  );
}

function Moved({ item, draft, to }: { item: Item; draft: ItemDraft; to: State }) {
  const saver = useSaver();
  const { record } = useRecord();
  const [isCopied, setCopied] = useState(false);
  const mayPublish = record.abilities.edit && !isFrozen(to);
  async function copy() {
    await navigator.clipboard.writeText(answerInWords(item, draft.typed));
    setCopied(true);
  }
  return (
    <div role="alert" className={styles.notice}>
      <Note look="caution">
        <p>{movedWords(record, to, mayPublish)}</p>
        <BothAnswers
          item={item}
          answers={[
            { label: 'Written here, not published', answer: draft.typed, voice: 'mine' },
            { label: 'In the record', answer: draft.stored.answer, voice: 'theirs' },
          ]}
        />
        <div className={styles.choices}>
          {mayPublish && (
            <Button size="s" onPress={() => saver.dispatch(item.id, { type: 'published' })}>
              Publish all the same
            </Button>
          )}
          <Button size="s" onPress={() => void copy()}>
            {isCopied ? 'Copied' : 'Copy my words'}
          </Button>
          <Button size="s" look="plain" onPress={() => saver.dispatch(item.id, { type: 'discarded' })}>
            Discard my words
          </Button>
        </div>
      </Note>
    </div>
  );
}

function movedWords(record: Parameters<typeof namesOf>[0], to: State, mayPublish: boolean): string {
  const { employee } = namesOf(record);
  const now = `While you were writing, this one-on-one became “${stateWords[to].label}”.`;
  if (!mayPublish) return `${now} It can’t be changed any more; your words are kept on this device.`;
  const consequence: Partial<Record<State, string>> = {
    active: `${employee} will be able to read what you publish.`,
    pending_approval: `Publishing takes it back to Active, and ${employee} is told by mail.`,
  };
  return `${now} ${consequence[to] ?? ''}`.trim();
}
