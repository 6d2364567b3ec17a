import type { Period } from '../../../features/kpis/domain/periods.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { periodOptions } from './period-options.ts';

/** Over which periods the numbers on a page are. */
export function PeriodSwitch({ value, onChange }: { value: Period; onChange: (period: Period) => void }) {
  return <SegmentedControl label="Period" options={periodOptions} value={value} onChange={onChange} />;
}
