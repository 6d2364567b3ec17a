import { Lock, Repeat } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Compose } from '../../../web/shell/compose.tsx';
import { useWriting } from '../../../web/shell/writing.ts';
import { cx } from '../../../web/ui/cx.ts';
import { TextButton } from '../../../web/ui/text-button.tsx';
import { Tick } from '../../../web/ui/tick.tsx';
import type { TalkingPoint } from '../contract.ts';
import { focusMenuOf, focusNear } from './focus-point.ts';
import { KindMenu } from './kind-menu.tsx';
import { kindWords } from './kind-words.ts';
import { LaterDialog } from './later-dialog.tsx';
import { OutcomeForm } from './outcome-form.tsx';
import { PointMenu } from './point-menu.tsx';
import { PointNote } from './point-note.tsx';
import styles from './point-row.module.css';
import type { AgendaActs } from './use-agenda.ts';
import { called, raisedInWords, shortly } from './words.ts';

interface PointRowProps {
  point: TalkingPoint;
  /** Its place, counted from 0. */
  at: number;
  count: number;
  handle: ReactNode;
  /** Just ticked off, and asked how it ended. */
  isTicked: boolean;
  onTick: (isTicked: boolean) => void;
  myId: string;
  acts: AgendaActs;
}

export type PointOpening = 'edit' | 'note' | 'later';

/** One point on the agenda, with all that can be done about it. */
export function PointRow({ point, at, count, handle, isTicked, onTick, myId, acts }: PointRowProps) {
  const [opened, setOpened] = useState<PointOpening | null>(null);
  const close = () => {
    setOpened(null);
    focusMenuOf(point.id);
  };
  const { Reader } = useWriting();
  function tick(isDone: boolean): void {
    onTick(isDone);
    void (isDone ? acts.discuss(point) : acts.undiscuss(point));
  }
  const hasMenu = !isTicked && (point.abilities.arrange || point.hasPrivateNote);
  function leaveTicked(): void {
    onTick(false);
    focusNear(at);
  }
  return (
    <div className={cx(styles.row, !point.shared && styles.private)}>
      <span className={styles.handle}>{handle}</span>
      {point.shared ? (
        <Tick
          label={`Discussed: ${shortly(point)}`}
          isDone={isTicked}
          isDisabled={!point.abilities.discuss}
          onChange={tick}
        />
      ) : (
        <span className={styles.lock}>
          <Lock size={15} aria-hidden />
        </span>
      )}
      <div className={styles.words}>
        {opened === 'edit' ? (
          <div className={styles.editing}>
            <KindMenu kind={point.kind} onChange={(kind) => void acts.kind(point, kind)} />
            <Compose
              label="What it is about"
              placeholder="What do you want to talk about?"
              submitLabel="Save"
              personId={myId}
              keptAs={`point/${point.id}`}
              start={point.body}
              autofocus
              onSubmit={async (body) => {
                await acts.reword(point, body);
                close();
              }}
              onCancel={close}
            />
          </div>
        ) : (
          <div className={cx(styles.body, isTicked && styles.ticked)}>
            <Reader doc={point.body} />
          </div>
        )}
        {opened !== 'edit' && <Facts point={point} myId={myId} onShare={() => void acts.share(point)} />}
        {isTicked && <OutcomeForm point={point} myId={myId} acts={acts} onClose={leaveTicked} />}
        {opened === 'note' && <PointNote point={point} myId={myId} onClose={close} />}
        {opened === 'later' && (
          <LaterDialog point={point} at={at} acts={acts} onClose={() => setOpened(null)} />
        )}
      </div>
      <div className={styles.acts}>
        {hasMenu && <PointMenu point={point} at={at} count={count} acts={acts} onOpen={setOpened} />}
      </div>
    </div>
  );
}

interface FactsProps {
  point: TalkingPoint;
  myId: string;
  onShare?: () => void;
}

/** What it is, whose, and since when: in words. */
export function Facts({ point, myId, onShare }: FactsProps) {
  const { Icon, name } = kindWords[point.kind];
  const raised = raisedInWords(point);
  return (
    <p className={styles.facts}>
      <span className={styles.kind}>
        <Icon size={13} aria-hidden />
        {name}
      </span>
      <span className={cx(styles.author, point.author.id === myId && styles.mine)}>
        {point.shared ? `from ${called(point.author, myId)}` : 'Only you'}
      </span>
      {raised !== null && <span>{raised}</span>}
      {point.recurring && (
        <span className={styles.kind}>
          <Repeat size={12} aria-hidden />
          every time
        </span>
      )}
      {point.hasPrivateNote && (
        <span className={styles.kind}>
          <Lock size={12} aria-hidden />
          with a private note
        </span>
      )}
      {onShare !== undefined && point.abilities.share && (
        <TextButton onPress={onShare}>Put on the agenda</TextButton>
      )}
    </p>
  );
}
