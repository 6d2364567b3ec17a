import { useQuery } from '@tanstack/react-query';
import { Check, ListPlus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { OneOnOne, Section as RecordSection } from '../../../features/one-on-ones/contract.ts';
import { useRecord } from '../../../features/one-on-ones/web/record-context.ts';
import { previousQuery } from '../../../features/one-on-ones/web/record-rail.tsx';
import type { SlotProps } from '../../../features/one-on-ones/web/record-slots.ts';
import { startOf } from '../../../features/kpis/domain/periods.ts';
import type { Measure } from '../../../features/kpis/domain/measure.ts';
import type { ShownSignal } from '../../../features/signals/contract.ts';
import { SignalList } from '../../../features/signals/web/signal-list.tsx';
import { mostOffered, signalsQuery } from '../../../features/signals/web/signals-query.ts';
import { isMeasured } from '../../../features/templates/domain/items.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/page.tsx';
import { toast } from '../../ui/toast.ts';
import styles from './record-signals.module.css';

/** What the employee's numbers say since the last record, for the manager who writes this one. */
export default function RecordSignals({ record }: SlotProps) {
  const { data: previous } = useQuery(previousQuery(record.id));
  const last = previous?.before.find(({ heldOn }) => heldOn < record.heldOn)?.heldOn ?? null;
  const { data } = useQuery({
    ...signalsQuery(record.employee.id, last),
    enabled: previous !== undefined,
  });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Section title="What the numbers say">
      <SignalList
        personId={record.employee.id}
        rows={data.items.slice(0, mostOffered).map((signal) => ({
          signal,
          act: <AddToRecord signal={signal} />,
        }))}
      />
    </Section>
  );
}

function AddToRecord({ signal }: { signal: ShownSignal }) {
  const { record, structure } = useRecord();
  const [isPending, setPending] = useState(false);
  const section = sectionFor(record);
  const isThere = record.sections.some(({ items }) =>
    items.some(({ id, prompt }) => prompt === signal.sentence && !structure.isRemoved(id)),
  );
  // The button goes when it has done its work; the focus stays in its place.
  const place = useRef<HTMLSpanElement>(null);
  const hasAdded = useRef(false);
  useEffect(() => {
    if (!isThere || !hasAdded.current) return;
    hasAdded.current = false;
    place.current?.focus();
  }, [isThere]);
  if (isThere) {
    return (
      <span ref={place} tabIndex={-1} className={styles.there}>
        <Check size={14} aria-hidden /> In the record
      </span>
    );
  }
  if (section === undefined) return null;
  const add = async () => {
    setPending(true);
    hasAdded.current = true;
    const item = { kind: 'kpi', prompt: signal.sentence, measure: measureOf(signal, record) } as const;
    const added = await structure.addItem({ ...item, sectionId: section.id });
    setPending(false);
    if (added === null) return;
    const there = added.sections.flatMap(({ items }) => items).find(({ prompt }) => prompt === item.prompt);
    toast(
      `Added to “${section.title}”.`,
      there === undefined ? undefined : () => structure.removeItem(there.id, there.prompt),
    );
  };
  return (
    <Button
      size="s"
      look="plain"
      isPending={isPending}
      aria-label={`Add to the record: ${signal.sentence}`}
      onPress={() => void add()}
    >
      <ListPlus size={14} aria-hidden /> Add to the record
    </Button>
  );
}

/** The section that has numbers already, else the last. */
function sectionFor({ sections }: OneOnOne): RecordSection | undefined {
  return sections.find(({ items }) => items.some(({ kind }) => isMeasured(kind))) ?? sections.at(-1);
}

/** The period that the signal is about, as far as a record shows it: the one of its day, or the one before. */
function measureOf({ kpi, evidence: { period, startsOn } }: ShownSignal, { heldOn }: OneOnOne): Measure {
  const shown = period === 'day' ? 'month' : period;
  const which = startsOn >= startOf(shown, heldOn) ? 'current' : 'last';
  return { kpiId: kpi.id, period: shown, which, compareWith: 'previous' };
}
