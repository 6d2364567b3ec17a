import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useRef } from 'react';
import { FiguresView } from '../../../../web/shell/numbers/figures-view.tsx';
import { Button } from '../../../../web/ui/button.tsx';
import { late } from '../../../../web/ui/late.ts';
import { defaultMeasure } from '../../../kpis/domain/measure.ts';
import type { Measure } from '../../../kpis/domain/measure.ts';
import type { Item } from '../../contract.ts';
import { useRecord } from '../record-context.ts';
import { figuresQuery } from './figures-query.ts';
import styles from './measured-item.module.css';

const MeasureFields = late(() => import('../../../../web/shell/numbers/measure-fields.tsx'));

interface MeasuredItemProps {
  item: Item;
  isChoosing: boolean;
  onChosen: () => void;
}

/** What the number of an item says, and for the manager which number it is. */
export default function MeasuredItem({ item, isChoosing, onChosen }: MeasuredItemProps) {
  const { record, consent, structure } = useRecord();
  const { data, error, isFetching } = useQuery(figuresQuery(record));
  const measure = item.measure ?? defaultMeasure;
  const { edit } = record.abilities;

  // The fields go once it is chosen: the focus goes on with what stands in their place.
  const place = useRef<HTMLDivElement>(null);
  const isChosen = useRef(false);
  useEffect(() => {
    if (!isChosen.current || place.current === null) return;
    isChosen.current = false;
    place.current.focus();
  });

  const shown = data?.items.find(({ itemId }) => itemId === item.id);
  const change = (next: Measure) => {
    isChosen.current = !isChoosing && next.kpiId !== null;
    void structure.measureItem(item.id, next);
  };

  if (edit && (isChoosing || (measure.kpiId === null && !consent.isNeeded))) {
    return (
      <div className={styles.choosing}>
        <Suspense>
          <MeasureFields measure={measure} onChange={change} />
        </Suspense>
        {shown !== undefined && <FiguresView figures={shown.figures} />}
        {isChoosing && (
          <Button
            size="s"
            onPress={() => {
              isChosen.current = true;
              onChosen();
            }}
          >
            Done
          </Button>
        )}
      </div>
    );
  }
  if (measure.kpiId === null) return <p className={styles.none}>No KPI was chosen.</p>;
  if (shown === undefined) {
    if (error !== null)
      return <p className={styles.none}>The numbers did not come. Try again in a moment.</p>;
    if (data === undefined || isFetching) return <div className={styles.waiting} />;
    return (
      <p className={styles.none}>
        {record.stillManaged
          ? 'There is no such KPI any more.'
          : 'Live numbers are shown to those it concerns now.'}
      </p>
    );
  }
  return (
    <div ref={place} className={styles.shown} tabIndex={-1}>
      <FiguresView figures={shown.figures} />
    </div>
  );
}
