import { PenLine } from 'lucide-react';
import { Suspense, useState } from 'react';
import { late } from '../../../web/ui/late.ts';
import { IconButton } from '../../../web/ui/icon-button.tsx';
import { shortcutText } from '../../../web/shell/shortcuts.ts';
import { canBeBrought, isMeasured } from '../../templates/domain/items.ts';
import { isBrought } from '../domain/given.ts';
import { isShared } from '../domain/states.ts';
import type { Item, PreviousAnswer as Previous } from '../contract.ts';
import type { ItemDraft } from './autosave/item-draft.ts';
import { useItemDraft, useSaver } from './autosave/use-record-saver.ts';
import { AnswerReading } from './answer-reading.tsx';
import { ConsentNote } from './consent-note.tsx';
import { InlineName } from './inline-name.tsx';
import styles from './item-view.module.css';
import menuStyles from './structure-menu.module.css';
import { PreviousAnswer } from './previous-answer.tsx';
import { useRecord } from './record-context.ts';
import { useRecordSlots } from './record-slots.ts';
import { focusMenuOf, useMoveKeys } from './structure/use-move-keys.ts';

const AnswerEditor = late(() => import('./answer-editor.tsx'));
const ItemMenu = late(() => import('./item-menu.tsx'));
const MeasuredItem = late(() => import('./measured/measured-item.tsx'));
const MeetingHead = late(() => import('./brought/meeting-head.tsx'));
// Rarely needed; kept in the browser once the page was opened with a connection.
const DraftNotice = late(() => import('./draft-notice.tsx'));

function needsDecision({ standing }: ItemDraft): boolean {
  return ['restored', 'conflict', 'moved', 'refused'].includes(standing.is);
}

interface ItemViewProps {
  item: Item;
  previous: Previous | undefined;
}

/** One thing to discuss: what was asked, what was said last time, what is said now. */
export function ItemView({ item, previous }: ItemViewProps) {
  const { record, myId, consent, structure } = useRecord();
  const saver = useSaver();
  const draft = useItemDraft(item.id);
  const [isRewording, setRewording] = useState(false);
  const [isChoosing, setChoosing] = useState(false);
  const [startsEditing, setStartsEditing] = useState(false);
  const { UnderItem } = useRecordSlots();
  const moveKeys = useMoveKeys(item.id);
  const promptId = `prompt-${item.id}`;
  const { edit } = record.abilities;
  const isFromMeeting = !isRewording && (canBeBrought(item.kind) || item.answeredBy === 'employee');
  /** What they answered before the meeting is read by everybody and changed by nobody. */
  const isTheirs = item.fromEmployee && item.kind !== 'update';
  const isEditing = edit && !consent.isNeeded;
  const askToEdit = () => consent.run(item.id, () => setStartsEditing(true));

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys that belong to whatever is focused inside
    <div
      className={styles.item}
      data-item={item.id}
      data-ticks={edit && (item.given?.point ?? item.given?.actionItem) !== undefined}
      onKeyDownCapture={(event) => {
        // What stands under an item has keys of its own.
        if (event.target instanceof Element && event.target.closest('[data-under-item]') !== null) return;
        moveKeys(event);
        // Before the editor sees it: there it would be a line break.
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !isEditing) return;
        event.preventDefault();
        event.stopPropagation();
        saver.dispatch(item.id, { type: 'left' });
      }}
    >
      <div className={styles.head}>
        {isFromMeeting ? (
          <Suspense
            fallback={
              <h3 id={promptId} className={styles.prompt}>
                {item.prompt}
              </h3>
            }
          >
            <MeetingHead item={item} promptId={promptId} />
          </Suspense>
        ) : (
          <h3 id={promptId} className={styles.prompt}>
            {isRewording ? (
              <InlineName
                label="What to ask or discuss"
                value={item.prompt}
                maxLength={1000}
                onSave={(prompt) => structure.rewordItem(item.id, prompt)}
                onClose={(byKey) => {
                  setRewording(false);
                  if (byKey) focusMenuOf(item.id);
                }}
              />
            ) : (
              item.prompt
            )}
          </h3>
        )}
        {edit && consent.isNeeded && !isTheirs && (
          <span className={menuStyles.menu}>
            <IconButton size="s" label={`Edit the answer to: ${item.prompt}`} onPress={askToEdit}>
              <PenLine size={15} aria-hidden />
            </IconButton>
          </span>
        )}
        {edit && (
          <Suspense fallback={<span className={menuStyles.place} />}>
            <ItemMenu item={item} onReword={() => setRewording(true)} onMeasure={() => setChoosing(true)} />
          </Suspense>
        )}
      </div>
      {isMeasured(item.kind) && (
        <Suspense>
          <MeasuredItem item={item} isChoosing={isChoosing} onChosen={() => setChoosing(false)} />
        </Suspense>
      )}
      {previous !== undefined && !isBrought(item) && <PreviousAnswer item={item} previous={previous} />}
      <ConsentNote place={item.id} />
      {isEditing && !isTheirs && draft !== undefined ? (
        <Suspense fallback={<AnswerReading item={item} />}>
          <AnswerEditor item={item} draft={draft} labelledBy={promptId} startsEditing={startsEditing} />
        </Suspense>
      ) : (
        <AnswerReading item={item} {...(edit && !isTheirs && { onEdit: askToEdit })} />
      )}
      {draft !== undefined && needsDecision(draft) && (
        <Suspense>
          <DraftNotice item={item} draft={draft} />
        </Suspense>
      )}
      {isEditing && !isTheirs && <PublishHint draft={draft} />}
      <div data-under-item>
        <UnderItem record={record} myId={myId} item={item} />
      </div>
    </div>
  );
}

/** In a shared record: where the words are while one types, and what publishes them. */
function PublishHint({ draft }: { draft: ItemDraft | undefined }) {
  const isKept = draft?.standing.is === 'unsaved' && isShared(draft.seen);
  return (
    <p className={styles.hint} data-shown={isKept}>
      {isKept && (
        <>
          On this device until you leave <kbd>{shortcutText('mod+enter')}</kbd>
        </>
      )}
    </p>
  );
}
