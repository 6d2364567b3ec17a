import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { valueInput } from '../../../../web/shell/numbers/figure-words.ts';
import { TypedValueField } from '../../../../web/shell/numbers/typed-value-field.tsx';
import { Button } from '../../../../web/ui/button.tsx';
import { DatePicker } from '../../../../web/ui/date-picker.tsx';
import { TextButton } from '../../../../web/ui/text-button.tsx';
import { startOf, stepFrom } from '../../../kpis/domain/periods.ts';
import { readTypedValue } from '../../../kpis/domain/typed-value.ts';
import type { Answer, Item } from '../../contract.ts';
import { useRecord } from '../record-context.ts';
import { figuresQuery, kpiIn } from './figures-query.ts';
import styles from './target-field.module.css';

type Agreed = NonNullable<Answer['target']>;

interface TargetFieldProps {
  item: Item;
  target: Agreed | undefined;
  onChange: (target: Agreed | undefined) => void;
}

/** What the two agree to aim for from now on. It takes effect when the employee approves. */
export default function TargetField({ item, target, onChange }: TargetFieldProps) {
  const { record } = useRecord();
  const kpi = kpiIn(useQuery(figuresQuery(record)).data, item);
  const period = item.measure?.period ?? 'month';
  const [isOpen, setOpen] = useState(target !== undefined);
  // Whoever opens it writes next, and whoever puts it away stands where it was opened.
  const [isMoved, setMoved] = useState(false);
  const [typed, setTyped] = useState(target === undefined ? '' : valueInput(target.value));
  // What has begun was aimed for already: by default the next one.
  const [from, setFrom] = useState(target?.from ?? stepFrom(period, startOf(period, record.heldOn), 1));
  // Before it is known what the value is of, nobody could tell 1,250 from 1.25.
  if (kpi === null) return null;
  const numberIn = (text: string) => readTypedValue(kpi, text);
  const isWrong = typed !== '' && numberIn(typed) === null;

  function agree(text: string, day: string) {
    setTyped(text);
    setFrom(day);
    const value = numberIn(text);
    onChange(value === null ? undefined : { value, from: day });
  }
  if (!isOpen) {
    return (
      <p>
        <TextButton
          autoFocus={isMoved}
          onPress={() => {
            setMoved(true);
            setOpen(true);
          }}
          aria-label={`Agree on a new target: ${item.prompt}`}
        >
          Agree on a new target
        </TextButton>
      </p>
    );
  }
  return (
    <fieldset className={styles.agreed}>
      <legend>New target</legend>
      <div className={styles.fields}>
        <TypedValueField
          label={`Each ${period}`}
          kpi={kpi}
          required={false}
          autoFocus={isMoved}
          value={typed}
          aria-invalid={isWrong}
          onChange={(text) => agree(text, from)}
        />
        <DatePicker label="From" value={from} onChange={(day) => agree(typed, day ?? from)} />
      </div>
      <p className={styles.hint}>
        {isWrong
          ? 'As it stands this is no number: no target is agreed on yet.'
          : 'It holds once this one-on-one is approved. Admins and later managers will see it.'}
      </p>
      <div>
        <Button
          look="plain"
          size="s"
          onPress={() => {
            setTyped('');
            setMoved(true);
            setOpen(false);
            onChange(undefined);
          }}
        >
          No new target
        </Button>
      </div>
    </fieldset>
  );
}
