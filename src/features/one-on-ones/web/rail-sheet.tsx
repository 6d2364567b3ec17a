import { useQuery } from '@tanstack/react-query';
import { ChevronUp, History } from 'lucide-react';
import { Suspense, useState } from 'react';
import { late } from '../../../web/ui/late.ts';
import { Button } from '../../../web/ui/button.tsx';
import { formatDay } from '../../../web/ui/dates.ts';
import { isOfThePair } from './pair.ts';
import { useRecord } from './record-context.ts';
import railStyles from './rail-sheet.module.css';
import { previousQuery } from './record-rail.tsx';

const RailDialog = late(() => import('./rail-dialog.tsx'));

/** Where there is no room beside the page: one line that says what is in the rail, and pulls it up. */
export function RailSheet() {
  const { record, myId } = useRecord();
  const [isOpen, setOpen] = useState(false);
  const before =
    useQuery({ ...previousQuery(record.id), enabled: isOfThePair(record, myId) }).data?.before ?? [];
  const last = before[0];
  return (
    <div className={railStyles.sheet}>
      <Button look="plain" onPress={() => setOpen(true)}>
        <History size={15} aria-hidden />
        {last === undefined ? 'History' : `Before: ${formatDay(last.heldOn)}`}
        {before.length > 1 && <span className={railStyles.more}>and {before.length - 1} more</span>}
        <ChevronUp size={15} aria-hidden className={railStyles.up} />
      </Button>
      {isOpen && (
        <Suspense>
          <RailDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
