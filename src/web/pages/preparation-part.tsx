import { ScaleField, ScaleReading } from '../../features/one-on-ones/web/scale-field.tsx';
import PreparationPanel from '../../features/preparation/web/preparation-panel.tsx';
import type { Series } from '../../features/series/contract.ts';

const scales = { Field: ScaleField, Reading: ScaleReading };

/** Moods and ratings are chosen as on the record into which they go. */
export default function PreparationPart({ series }: { series: Series }) {
  return <PreparationPanel series={series} scales={scales} />;
}
