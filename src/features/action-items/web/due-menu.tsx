import { useState } from 'react';
import { afterMenu } from '../../../web/ui/after-menu.ts';
import { FactButton } from '../../../web/ui/fact-button.tsx';
import { DatePicker } from '../../../web/ui/date-picker.tsx';
import { formatShortDay, localDay } from '../../../web/ui/dates.ts';
import { Dialog } from '../../../web/ui/dialog.tsx';
import { MenuButton, MenuItem, MenuLine } from '../../../web/ui/menu.tsx';
import { Button } from '../../../web/ui/button.tsx';
import { FormActions } from '../../../web/ui/form.tsx';
import { DueWords } from './due-words.tsx';
import { dueInWords } from './words.ts';

const choices = [
  { days: 1, label: 'Tomorrow' },
  { days: 7, label: 'In a week' },
  { days: 14, label: 'In two weeks' },
  { days: 28, label: 'In four weeks' },
];

interface DueMenuProps {
  dueOn: string;
  isOverdue?: boolean;
  onChange: (dueOn: string) => void;
}

/** Until when: the usual ones at hand, any other day by the calendar. */
export function DueMenu({ dueOn, isOverdue = false, onChange }: DueMenuProps) {
  const [isPicking, setPicking] = useState(false);
  return (
    <>
      <MenuButton
        label="Until when"
        trigger={
          <FactButton aria-label={`${dueInWords(dueOn)}: change the date`}>
            <time dateTime={dueOn}>
              <DueWords dueOn={dueOn} isOverdue={isOverdue} />
            </time>
          </FactButton>
        }
      >
        {choices.map(({ days, label }) => (
          <MenuItem key={days} hint={formatShortDay(dayIn(days))} onAction={() => onChange(dayIn(days))}>
            {label}
          </MenuItem>
        ))}
        <MenuLine />
        <MenuItem onAction={() => afterMenu(() => setPicking(true))}>Another day</MenuItem>
      </MenuButton>
      {isPicking && <AnotherDay dueOn={dueOn} onChange={onChange} onClose={() => setPicking(false)} />}
    </>
  );
}

interface AnotherDayProps {
  dueOn: string;
  onChange: (dueOn: string) => void;
  onClose: () => void;
}

function AnotherDay({ dueOn, onChange, onClose }: AnotherDayProps) {
  const [day, setDay] = useState<string | null>(dueOn);
  return (
    <Dialog title="Until when?" isOpen onClose={onClose}>
      <DatePicker label="Due on" value={day} onChange={setDay} autoFocus />
      <FormActions>
        <Button
          look="primary"
          isDisabled={day === null}
          onPress={() => {
            if (day !== null && day !== dueOn) onChange(day);
            onClose();
          }}
        >
          Set the date
        </Button>
        <Button look="plain" onPress={onClose}>
          Cancel
        </Button>
      </FormActions>
    </Dialog>
  );
}

export function dayIn(days: number): string {
  return localDay(new Date(Date.now() + days * 86_400_000));
}
