import { Minus, Plus } from 'lucide-react';
import { IconButton } from '../../../../web/ui/icon-button.tsx';
import { useTyped } from '../../../../web/ui/use-typed.ts';
import { stepsOf } from '../../domain/items.ts';
import type { Item } from '../../domain/sections.ts';
import { useEditing } from './editor-context.ts';
import styles from './rating-options.module.css';

const fewest = 2;
const most = 10;

/** How many steps a rating has, and words for some or all of them. */
export function RatingOptions({ item }: { item: Item }) {
  const { structure } = useEditing();
  const { steps, labels } = optionsOf(item);

  function setSteps(change: number) {
    structure.changeItem(item.id, (before) => {
      const options = optionsOf(before);
      return { options: { ...options, steps: Math.min(most, Math.max(fewest, options.steps + change)) } };
    });
  }
  function setLabel(at: number, label: string) {
    structure.changeItem(item.id, (before) => {
      const options = optionsOf(before);
      // As long as the rating was at its longest: a step that comes back has its word again.
      const length = Math.max(options.steps, options.labels.length);
      const next = Array.from({ length }, (_, index) =>
        index === at ? label : (options.labels[index] ?? ''),
      );
      return { options: { ...options, labels: next } };
    });
  }
  return (
    <div className={styles.options}>
      <ol className={styles.steps} aria-label="Steps, from the lowest">
        {Array.from({ length: steps }, (_, at) => (
          <li key={at} className={styles.step}>
            <span aria-hidden="true">{at + 1}</span>
            <StepWord
              label={`Word for step ${at + 1} of ${steps}`}
              placeholder={at === 0 ? 'lowest' : at === steps - 1 ? 'highest' : ''}
              value={labels[at] ?? ''}
              onChange={(label) => setLabel(at, label)}
            />
          </li>
        ))}
      </ol>
      <fieldset className={styles.count} aria-label="Number of steps">
        <IconButton label="One step less" size="s" isDisabled={steps <= fewest} onPress={() => setSteps(-1)}>
          <Minus size={14} aria-hidden />
        </IconButton>
        <output>{steps} steps</output>
        <IconButton label="One step more" size="s" isDisabled={steps >= most} onPress={() => setSteps(1)}>
          <Plus size={14} aria-hidden />
        </IconButton>
      </fieldset>
    </div>
  );
}

function optionsOf(item: Item): { steps: number; labels: string[] } {
  return { steps: stepsOf(item.kind, item.options) ?? fewest, labels: item.options?.labels ?? [] };
}

interface StepWordProps {
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
}

function StepWord({ label, placeholder, value, onChange }: StepWordProps) {
  const typed = useTyped(value, onChange);
  return (
    <input
      aria-label={label}
      placeholder={placeholder}
      maxLength={60}
      autoComplete="off"
      value={typed.value}
      onChange={(event) => typed.type(event.target.value)}
      onBlur={typed.leave}
    />
  );
}
