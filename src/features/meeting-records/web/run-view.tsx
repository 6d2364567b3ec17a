import { ArrowLeft, ArrowRight, ChevronDown } from 'lucide-react';
import { useEffect, useRef, useState, type ComponentType, type ReactNode } from 'react';
import { call } from '../../../web/shell/call.ts';
import { queryClient, refresh } from '../../../web/shell/queries.ts';
import { useShortcut } from '../../../web/shell/shortcuts.ts';
import { Button } from '../../../web/ui/button.tsx';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { useAction } from '../../../web/ui/use-action.ts';
import type { Item, OneOnOne } from '../../one-on-ones/contract.ts';
import { seriesRoutes } from '../../series/contract.ts';
import { meetingRecordRoutes as routes, type RecordedMeeting } from '../contract.ts';
import { runSteps, shareOf, type RunStep } from './run.ts';
import { meetingQuery } from './meeting-query.ts';
import { RunClock } from './run-clock.tsx';
import { RunSteps } from './run-steps.tsx';
import styles from './run-view.module.css';

interface RunViewProps {
  record: OneOnOne;
  myId: string;
  /** Null: the record belongs to no meeting, and there is no clock. */
  meeting: RecordedMeeting | null;
  /** Counted from 0. */
  at: number;
  onStep: (step: number) => void;
  /** Before one step gives way to another. */
  onLeave: (items: readonly Item[]) => void;
  ItemShown: ComponentType<{ item: Item }>;
  /** Whom it is with, who can read it, what is saved. */
  head: ReactNode;
  /** Under each step: what is agreed is written down where it is said. */
  below: ReactNode;
  /** After the last step. */
  ending: ReactNode;
}

/** One step at a time, while the two sit together. */
export function RunView(props: RunViewProps) {
  const { record, meeting, at, onStep, onLeave, ItemShown } = props;
  const steps = runSteps(record.sections);
  const current = Math.min(at, steps.length);
  const step = steps[current];
  const { run, error } = useAction();
  const isOver = meeting === null || meeting.endedAt !== null;

  function go(to: number) {
    onLeave(step?.items ?? []);
    onStep(Math.max(0, Math.min(to, steps.length)));
  }
  async function end() {
    const isEnded = isOver || (await run(async () => endMeeting(record.id, meeting)));
    if (isEnded) go(steps.length);
  }
  const next = () => (current < steps.length - 1 ? go(current + 1) : void end());

  return (
    <div className={styles.run}>
      <header className={styles.head}>
        {props.head}
        {meeting !== null && (
          <RunClock
            meeting={meeting}
            myId={props.myId}
            share={step === undefined ? null : shareOf(step, steps, meeting.minutes)}
          />
        )}
      </header>
      <aside className={styles.list}>
        <Fold label={placeInWords(current, steps)} at={current}>
          <RunSteps steps={steps} current={current} onStep={go} />
        </Fold>
      </aside>
      <div className={styles.body}>
        <Arrows
          canGoBack={current > 0}
          onBack={() => go(current - 1)}
          onNext={next}
          isLast={step === undefined}
        />
        {step === undefined ? (
          <StepShown key="ending" title="Next steps">
            {props.ending}
          </StepShown>
        ) : (
          <StepShown key={step.id} title={step.title} within={step.within} guidance={step.guidance}>
            {step.items.map((item) => (
              <ItemShown key={item.id} item={item} />
            ))}
            {props.below}
          </StepShown>
        )}
        {error !== null && <InlineError error={error} onRetry={() => void end()} />}
        <footer className={styles.foot} data-over={step === undefined}>
          <Button isDisabled={current === 0} onPress={() => go(current - 1)}>
            <ArrowLeft size={16} aria-hidden /> Back
          </Button>
          {step !== undefined && (
            <Button
              look={current === steps.length - 1 ? 'quiet' : 'primary'}
              isDisabled={current === steps.length - 1}
              onPress={() => go(current + 1)}
            >
              Next <ArrowRight size={16} aria-hidden />
            </Button>
          )}
          {(step !== undefined || !isOver) && (
            <span className={styles.end}>
              <Button look={current === steps.length - 1 ? 'primary' : 'plain'} onPress={() => void end()}>
                {isOver ? 'Next steps' : 'End the meeting'}
              </Button>
            </span>
          )}
        </footer>
      </div>
    </div>
  );
}

async function endMeeting(oneOnOneId: string, meeting: RecordedMeeting): Promise<void> {
  const { seriesId, slot } = meeting;
  const { endedAt } = await call(routes.end, { params: { seriesId, slot } });
  const { queryKey } = meetingQuery(oneOnOneId);
  // What was asked before the end would show the clock again.
  await queryClient.cancelQueries({ queryKey });
  queryClient.setQueryData(queryKey, { meeting: { ...meeting, endedAt } });
  void refresh(seriesRoutes.open, seriesRoutes.meetings, seriesRoutes.list);
}

function placeInWords(current: number, steps: readonly RunStep[]): string {
  const step = steps[current];
  return step === undefined ? 'Next steps' : `Step ${current + 1} of ${steps.length}`;
}

/** Keys are in the list of shortcuts while there is something that they do. */
function Arrows(props: { canGoBack: boolean; onBack: () => void; onNext: () => void; isLast: boolean }) {
  useShortcut('[', 'Step before', () => {
    if (props.canGoBack) props.onBack();
  });
  useShortcut(']', 'Next step', () => {
    if (!props.isLast) props.onNext();
  });
  return null;
}

/** On a phone the list is folded away under where one is. */
function Fold({ label, at, children }: { label: string; at: number; children: ReactNode }) {
  const [openAt, setOpenAt] = useState<number | null>(null);
  const isOpen = openAt === at;
  return (
    <>
      <button
        type="button"
        className={styles.fold}
        aria-expanded={isOpen}
        onClick={() => setOpenAt(isOpen ? null : at)}
      >
        {label}
        <ChevronDown size={15} aria-hidden />
      </button>
      <div className={styles.folded} data-open={isOpen}>
        {children}
      </div>
    </>
  );
}

interface StepShownProps {
  title: string;
  within?: string | null;
  guidance?: string | null;
  children: ReactNode;
}

/** Takes the focus as it comes, but not with the page: that one says where one is by its own title. */
function StepShown({ title, within = null, guidance = null, children }: StepShownProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const { current } = heading;
    if (current === null || document.activeElement?.tagName === 'H1') return;
    current.focus({ preventScroll: true });
    current.closest('[data-step]')?.scrollIntoView({ block: 'nearest' });
    globalThis.scrollTo({ top: 0 });
  }, []);
  return (
    <section className={styles.step} data-step aria-label={title}>
      {/* A point stands below in its own words. */}
      <h2 ref={heading} tabIndex={-1} className={within === null ? styles.title : styles.within}>
        {within ?? title}
      </h2>
      {guidance !== null && <p className={styles.guidance}>{guidance}</p>}
      {children}
    </section>
  );
}
