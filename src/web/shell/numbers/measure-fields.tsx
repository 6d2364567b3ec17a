import { useQuery } from '@tanstack/react-query';
import { kpiRoutes } from '../../../features/kpis/contract.ts';
import type { Comparison, Measure } from '../../../features/kpis/domain/measure.ts';
import type { Period } from '../../../features/kpis/domain/periods.ts';
import { Select } from '../../ui/select.tsx';
import type { Option } from '../../ui/select.tsx';
import { queryOf } from '../queries.ts';
import { periodOptions } from './period-options.ts';
import styles from './measure-fields.module.css';

function whichOptions(period: Period): readonly Option<Measure['which']>[] {
  return [
    { id: 'current', label: period === 'day' ? 'This day' : `This ${period}` },
    { id: 'last', label: period === 'day' ? 'The day before' : `The last full ${period}` },
  ];
}

function comparisonOptions(period: Period): readonly Option<Comparison>[] {
  return [
    { id: 'previous', label: `The ${period} before` },
    { id: 'year-before', label: 'A year before' },
    { id: 'none', label: 'Nothing' },
  ];
}

const later = 'later';

interface MeasureFieldsProps {
  measure: Measure;
  /** A template may leave open which KPI it is. */
  mayStayOpen?: boolean;
  onChange: (measure: Measure) => void;
}

/** Which KPI, over which period, compared with what. */
export default function MeasureFields({ measure, mayStayOpen = false, onChange }: MeasureFieldsProps) {
  const { data } = useQuery(queryOf(kpiRoutes.listKpis, { query: {} }));
  const kpis = (data?.items ?? []).map(({ id, name }) => ({ id, label: name }));
  const open: Option = { id: later, label: mayStayOpen ? 'Chosen on use' : 'Choose a KPI' };
  return (
    <div className={styles.fields}>
      <Select
        label="KPI"
        options={[open, ...kpis]}
        value={measure.kpiId ?? later}
        onChange={(id) => onChange({ ...measure, kpiId: id === later ? null : id })}
      />
      <Select
        label="Period"
        options={periodOptions}
        value={measure.period}
        onChange={(period) => onChange({ ...measure, period })}
      />
      <Select
        label="Which"
        options={whichOptions(measure.period)}
        value={measure.which}
        onChange={(which) => onChange({ ...measure, which })}
      />
      <Select
        label="Compared with"
        options={comparisonOptions(measure.period)}
        value={measure.compareWith}
        onChange={(compareWith) => onChange({ ...measure, compareWith })}
      />
      {data?.items.length === 0 && (
        <p className={styles.none}>There are no KPIs yet. An admin defines them under KPIs.</p>
      )}
    </div>
  );
}
