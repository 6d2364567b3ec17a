import { useState } from 'react';
import { Button } from '../../../web/ui/button.tsx';
import { DatePicker } from '../../../web/ui/date-picker.tsx';
import { localDay } from '../../../web/ui/dates.ts';
import { Dialog } from '../../../web/ui/dialog.tsx';
import { FormActions } from '../../../web/ui/form.tsx';
import type { TalkingPoint } from '../contract.ts';
import { focusNear } from './focus-point.ts';
import styles from './later-dialog.module.css';
import type { AgendaActs } from './use-agenda.ts';
import { shortly } from './words.ts';

interface LaterDialogProps {
  point: TalkingPoint;
  /** Its place in the list, for the focus when it has left. */
  at: number;
  acts: AgendaActs;
  onClose: () => void;
}

const choices = [
  { days: 14, label: 'In two weeks' },
  { days: 28, label: 'In four weeks' },
  { days: 91, label: 'In three months' },
];

/** On the shelf until a day: then it stands on the agenda by itself. */
export function LaterDialog({ point, at, acts, onClose }: LaterDialogProps) {
  const [day, setDay] = useState<string | null>(dayIn(14));
  function putOff(until: string): void {
    onClose();
    void acts.putOff(point, until);
    afterDialog(() => focusNear(at));
  }
  return (
    <Dialog title="Talk about this later" isOpen onClose={onClose}>
      <p>“{shortly(point)}” waits on the shelf, and is back on the agenda by itself on that day.</p>
      <p className={styles.choices}>
        {choices.map(({ days, label }) => (
          <Button key={days} size="s" onPress={() => putOff(dayIn(days))}>
            {label}
          </Button>
        ))}
      </p>
      <DatePicker label="Or on" value={day} onChange={setDay} />
      <FormActions>
        <Button
          look="primary"
          isDisabled={day === null || day < dayIn(1)}
          onPress={() => {
            if (day !== null) putOff(day);
          }}
        >
          Put it on the shelf
        </Button>
        <Button look="plain" onPress={onClose}>
          Cancel
        </Button>
      </FormActions>
    </Dialog>
  );
}

/** A dialog gives the focus back to what opened it, which has left. */
function afterDialog(run: () => void): void {
  setTimeout(run, 300);
}

function dayIn(days: number): string {
  return localDay(new Date(Date.now() + days * 86_400_000));
}
