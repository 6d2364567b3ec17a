import { useQuery } from '@tanstack/react-query';
import { ChevronUp, History } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../web/ui/button.tsx';
import { formatDay } from '../../../web/ui/dates.ts';
import { Dialog } from '../../../web/ui/dialog.tsx';
import { useRecord } from './record-context.ts';
import railStyles from './rail-sheet.module.css';
import { previousQuery, RecordRail } from './record-rail.tsx';

/** Where there is no room beside the page: one line that says what is in the rail, and pulls it up. */
export function RailSheet() {
  const { record } = useRecord();
  const [isOpen, setOpen] = useState(false);
  const before = useQuery(previousQuery(record.id)).data?.before ?? [];
  const last = before[0];
  return (
    <div className={railStyles.sheet}>
      <Button look="plain" onPress={() => setOpen(true)}>
        <History size={15} aria-hidden />
        {last === undefined ? 'History' : `Before: ${formatDay(last.heldOn)}`}
        {before.length > 1 && <span className={railStyles.more}>and {before.length - 1} more</span>}
        <ChevronUp size={15} aria-hidden className={railStyles.up} />
      </Button>
      <Dialog title="To remember" isOpen={isOpen} onClose={() => setOpen(false)}>
        <div className={railStyles.body}>
          <RecordRail />
        </div>
      </Dialog>
    </div>
  );
}
