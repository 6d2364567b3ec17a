import { useState } from 'react';
import { Button } from '../../../web/ui/button.tsx';
import { DatePicker } from '../../../web/ui/date-picker.tsx';
import { formatDate } from '../../../web/ui/dates.ts';
import { PopoverButton } from '../../../web/ui/popover.tsx';
import { TextButton } from '../../../web/ui/text-button.tsx';
import { useRecord } from './record-context.ts';
import styles from './record-header.module.css';

/** The day, which opens to be changed. Apart: who only reads never loads it. */
export default function HeldOn() {
  const { record, consent, structure } = useRecord();
  const [date, setDate] = useState<string | null>(record.heldOn);
  return (
    <PopoverButton
      label="Date of the meeting"
      trigger={
        <TextButton aria-label={`${formatDate(record.heldOn)}, change the date`}>
          <span className={styles.date}>{formatDate(record.heldOn)}</span>
        </TextButton>
      }
    >
      {(close) => (
        <div className={styles.datePanel}>
          <DatePicker label="Date of the meeting" value={date} onChange={setDate} autoFocus />
          <Button
            look="primary"
            isDisabled={date === null}
            onPress={() => {
              close();
              if (date !== null && date !== record.heldOn)
                consent.run('record', () => structure.setDate(date));
            }}
          >
            Set the date
          </Button>
        </div>
      )}
    </PopoverButton>
  );
}
