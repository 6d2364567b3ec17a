import { useState } from 'react';
import { Button } from '../../../../web/ui/button.tsx';
import { DatePicker } from '../../../../web/ui/date-picker.tsx';
import { TextButton } from '../../../../web/ui/text-button.tsx';
import { TextField } from '../../../../web/ui/text-field.tsx';
import { valueSchema } from '../../../kpis/domain/kpi.ts';
import { startOf, stepFrom } from '../../../kpis/domain/periods.ts';
import type { Answer, Item } from '../../contract.ts';
import { useRecord } from '../record-context.ts';
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
  const [isOpen, setOpen] = useState(target !== undefined);
  const [typed, setTyped] = useState(target === undefined ? '' : String(target.value));
  const period = item.measure?.period ?? 'month';
  // What has begun was aimed for already: by default the next one.
  const from = target?.from ?? stepFrom(period, startOf(period, record.heldOn), 1);
  const number = numberOf(typed);

  function agree(text: string, day: string) {
    const value = numberOf(text);
    onChange(value === null ? undefined : { value, from: day });
  }
  if (!isOpen) {
    return (
      <p>
        <TextButton onPress={() => setOpen(true)} aria-label={`Agree on a new target: ${item.prompt}`}>
          Agree on a new target
        </TextButton>
      </p>
    );
  }
  return (
    <fieldset className={styles.agreed}>
      <legend>New target</legend>
      <div className={styles.fields}>
        <TextField
          label={`Each ${period}`}
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          aria-invalid={typed !== '' && number === null}
          onChange={(text) => {
            setTyped(text);
            agree(text, from);
          }}
        />
        <DatePicker label="From" value={from} onChange={(day) => agree(typed, day ?? from)} />
        <Button
          look="plain"
          size="s"
          onPress={() => {
            setTyped('');
            setOpen(false);
            onChange(undefined);
          }}
        >
          No new target
        </Button>
      </div>
      <p className={styles.hint}>
        {typed !== '' && number === null
          ? 'Write a number like 1250 or 12.5.'
          : 'It holds once this one-on-one is approved. Admins and later managers will see it.'}
      </p>
    </fieldset>
  );
}

/** A comma is taken for a point; anything else that is no number is none. */
function numberOf(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  if (!/^[-+]?\d+(\.\d+)?$/.test(plain)) return null;
  return valueSchema.safeParse(Number(plain)).data ?? null;
}
