import { MeasureFields } from '../../../../web/shell/numbers/measure-fields.tsx';
import type { Measure } from '../../../kpis/domain/measure.ts';

interface MeasureOptionsProps {
  measure: Measure;
  onChange: (measure: Measure) => void;
}

/** Apart, so that only a template with numbers loads what chooses them. */
export default function MeasureOptions({ measure, onChange }: MeasureOptionsProps) {
  return <MeasureFields measure={measure} mayStayOpen onChange={onChange} />;
}
