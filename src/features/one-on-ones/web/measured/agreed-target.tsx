import { useQuery } from '@tanstack/react-query';
import { Target } from 'lucide-react';
import { aimWords } from '../../../../web/shell/numbers/figure-words.ts';
import { formatDate } from '../../../../web/ui/dates.ts';
import type { Item } from '../../contract.ts';
import { isFrozen } from '../../domain/states.ts';
import { useRecord } from '../record-context.ts';
import { figuresQuery, kpiIn } from './figures-query.ts';
import styles from './agreed-target.module.css';

/** A new target as it is read. */
export default function AgreedTarget({ item }: { item: Item }) {
  const { record } = useRecord();
  const kpi = kpiIn(useQuery(figuresQuery(record)).data, item);
  const target = item.answer?.target;
  if (target === undefined) return null;
  return (
    <p className={styles.agreed}>
      <Target size={15} aria-hidden />
      <span>
        New target: <strong>{kpi === null ? target.value : aimWords(kpi, target.value)}</strong> each{' '}
        {item.measure?.period ?? 'month'}, from {formatDate(target.from)}
        {!isFrozen(record.state) && (
          <em>
            {record.stillManaged
              ? '. It holds once this is approved; admins and later managers will see it.'
              : '. It does not take effect: it would be set by somebody who no longer manages.'}
          </em>
        )}
      </span>
    </p>
  );
}
