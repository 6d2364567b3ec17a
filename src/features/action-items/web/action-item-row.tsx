import { Suspense, useState, type ReactNode } from 'react';
import { late } from '../../../web/ui/late.ts';
import { Ban, Ellipsis, Undo2 } from 'lucide-react';
import { afterMenu } from '../../../web/ui/after-menu.ts';
import { cx } from '../../../web/ui/cx.ts';
import { formatDay, localDay } from '../../../web/ui/dates.ts';
import { Face } from '../../../web/ui/face.tsx';
import { IconButton } from '../../../web/ui/icon-button.tsx';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { MenuButton, MenuItem } from '../../../web/ui/menu.tsx';
import { useAction } from '../../../web/ui/use-action.ts';
import type { ActionItem } from '../contract.ts';
import styles from './action-item-row.module.css';
import { markDone, takeUp } from './marks.ts';
import { Tick } from '../../../web/ui/tick.tsx';
import { DueWords } from './due-words.tsx';
import { called, outcomeNow } from './words.ts';

const DropDialog = late(() => import('./drop-dialog.tsx'));

interface ActionItemRowProps {
  item: ActionItem;
  me: { id: string; name: string };
  /** Where it was agreed. */
  origin?: ReactNode;
  /** Where all are mine, nobody need say so. */
  hidesOwner?: boolean;
  /** In place of the words, where they are changed. */
  words?: ReactNode;
  /** In place of owner and due date, where they are changed. */
  facts?: ReactNode;
  /** Further acts of the menu. */
  acts?: ReactNode;
  /** Before the checkbox. */
  handle?: ReactNode;
}

/** One agreement on one line: done or not, what, whose, until when. */
export function ActionItemRow({
  item,
  me,
  origin,
  hidesOwner = false,
  words,
  facts,
  acts,
  handle,
}: ActionItemRowProps) {
  const { run, error } = useAction();
  const [isDropping, setDropping] = useState(false);
  const isSettled = item.doneAt !== null || item.dropped !== null;
  const { mark } = item.abilities;
  return (
    <>
      <div className={styles.row}>
        {handle}
        <Tick
          label={`Done: ${item.text}`}
          isDone={item.doneAt !== null}
          isDisabled={!mark}
          onChange={(isDone) => void run(async () => markDone(item, isDone, me))}
        />
        <div className={styles.what}>
          {words ?? <p className={cx(styles.text, isSettled && styles.settled)}>{item.text}</p>}
          <p className={styles.course}>
            <Course item={item} myId={me.id} />
            {origin}
          </p>
        </div>
        <div className={styles.facts}>
          {facts ?? <Facts item={item} myId={me.id} hidesOwner={hidesOwner} />}
        </div>
        {(mark || acts !== undefined) && (
          <MenuButton
            label={`Change “${item.text}”`}
            trigger={
              <IconButton id={`menu-${item.id}`} size="s" label={`Change this action item: ${item.text}`}>
                <Ellipsis size={16} aria-hidden />
              </IconButton>
            }
          >
            {item.dropped === null && mark && (
              <MenuItem
                icon={<Ban size={15} aria-hidden />}
                onAction={() => afterMenu(() => setDropping(true))}
              >
                Drop, with a reason
              </MenuItem>
            )}
            {item.dropped !== null && mark && (
              <MenuItem
                icon={<Undo2 size={15} aria-hidden />}
                onAction={() => void run(async () => takeUp(item))}
              >
                Take up again
              </MenuItem>
            )}
            {acts}
          </MenuButton>
        )}
      </div>
      {error !== null && <InlineError error={error} />}
      {isDropping && (
        <Suspense>
          <DropDialog item={item} me={me} onClose={() => setDropping(false)} />
        </Suspense>
      )}
    </>
  );
}

interface FactsProps {
  item: ActionItem;
  myId: string;
  hidesOwner: boolean;
}

/** Whose it is and until when. */
function Facts({ item, myId, hidesOwner }: FactsProps) {
  return (
    <>
      {!hidesOwner && (
        <span className={styles.fact}>
          <Face name={item.owner.name} as={item.ownerId === myId ? 'mine' : 'theirs'} />
          {item.ownerId === myId ? 'You' : called(item.owner, myId)}
        </span>
      )}
      <Due item={item} />
    </>
  );
}

function Due({ item }: { item: ActionItem }) {
  const outcome = outcomeNow(item);
  if (outcome === 'done' || outcome === 'dropped') return null;
  return (
    <time className={styles.fact} dateTime={item.dueOn}>
      <DueWords dueOn={item.dueOn} isOverdue={outcome === 'overdue'} />
    </time>
  );
}

/** What became of it, where it is not simply open. */
function Course({ item, myId }: { item: ActionItem; myId: string }) {
  switch (outcomeNow(item)) {
    case 'open':
    case 'overdue':
      return null;
    case 'done':
      return (
        <span>
          Done {formatDay(localDay(item.doneAt ?? ''))}
          {item.doneBy !== null &&
            item.doneBy.id !== item.ownerId &&
            `, marked by ${called(item.doneBy, myId)}`}
        </span>
      );
    case 'dropped':
      return (
        item.dropped && (
          <span>
            Dropped by {called(item.dropped.by, myId)}: {item.dropped.reason}
          </span>
        )
      );
  }
}
