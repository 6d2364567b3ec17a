import { Check } from 'lucide-react';
import { VisuallyHidden } from '../../../web/ui/visually-hidden.tsx';
import { tickedIn, type RunStep } from './run.ts';
import styles from './run-steps.module.css';

interface RunStepsProps {
  steps: readonly RunStep[];
  /** Counted from 0; past the last is what comes after the meeting. */
  current: number;
  onStep: (step: number) => void;
}

/** Where one is, what there is, and what is ticked of it. */
export function RunSteps({ steps, current, onStep }: RunStepsProps) {
  return (
    <nav aria-label="Steps of the meeting">
      <ol className={styles.steps}>
        {steps.map((step, at) => (
          <li key={step.id} className={styles.step} data-within={step.within !== null}>
            {isFirstWithin(steps, at) && (
              <p className={styles.within} aria-hidden="true">
                {step.within}
              </p>
            )}
            <button
              type="button"
              className={styles.button}
              aria-current={at === current ? 'step' : undefined}
              onClick={() => onStep(at)}
            >
              <span className={styles.title}>{step.title}</span>
              <Ticked step={step} />
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Where no step of the section itself stands above its points, its title does. */
function isFirstWithin(steps: readonly RunStep[], at: number): boolean {
  const within = steps[at]?.within ?? null;
  const above = steps[at - 1];
  return within !== null && above?.within !== within && above?.title !== within;
}

function Ticked({ step }: { step: RunStep }) {
  const { done, all } = tickedIn(step);
  if (all === 0) return null;
  if (done === all) {
    return (
      <span className={styles.done}>
        <Check size={14} strokeWidth={2.5} aria-hidden />
        <VisuallyHidden>, ticked</VisuallyHidden>
      </span>
    );
  }
  if (all === 1) return null;
  return (
    <span className={styles.count}>
      {done}/{all}
      <VisuallyHidden> ticked</VisuallyHidden>
    </span>
  );
}
