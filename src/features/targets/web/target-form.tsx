import { useState } from 'react';
import { call } from '../../../web/shell/call.ts';
import { periodOptions } from '../../../web/shell/numbers/period-options.ts';
import { TypedValueField } from '../../../web/shell/numbers/typed-value-field.tsx';
import { Button } from '../../../web/ui/button.tsx';
import { DatePicker } from '../../../web/ui/date-picker.tsx';
import { formatDay, localToday } from '../../../web/ui/dates.ts';
import { Dialog } from '../../../web/ui/dialog.tsx';
import { Form, FormActions, FormError, SubmitButton } from '../../../web/ui/form.tsx';
import { Note } from '../../../web/ui/note.tsx';
import { Select } from '../../../web/ui/select.tsx';
import { toast } from '../../../web/ui/toast.ts';
import { useForm } from '../../../web/ui/use-form.ts';
import type { Kpi } from '../../kpis/domain/kpi.ts';
import { startOf } from '../../kpis/domain/periods.ts';
import type { Period } from '../../kpis/domain/periods.ts';
import { readTypedValue } from '../../kpis/domain/typed-value.ts';
import { targetRoutes, setTargetBody } from '../contract.ts';
import type { Target } from '../contract.ts';
import { aimInWords } from './target-words.ts';

export interface Bound {
  personId?: string;
  teamId?: string;
  name: string;
}

interface TargetFormProps {
  whose: Bound;
  kpis: readonly Kpi[];
  period: Period;
  /** What they have already, to say what this one takes over from. */
  targets: readonly Target[];
  onSaved: () => Promise<void>;
  onClose: () => void;
}

/** A new target, from a day on. */
export function TargetForm({ whose, kpis, period, targets, onSaved, onClose }: TargetFormProps) {
  const [today] = useState(localToday);
  const { name, ...bound } = whose;
  const kpiOf = (kpiId: string) => kpis.find(({ id }) => id === kpiId) ?? null;
  const firstValues: Wanted & { value: string } = {
    kpiId: kpis[0]?.id ?? '',
    period,
    value: '',
    from: startOf(period, today),
    to: null,
  };
  const form = useForm({
    schema: setTargetBody,
    initial: firstValues,
    prepare: ({ value, from, to, ...rest }) => {
      const of = kpiOf(rest.kpiId);
      return { ...bound, ...rest, value: of && readTypedValue(of, value), from: from ?? '', to };
    },
    submit: async (body) => {
      await call(targetRoutes.setTarget, { body });
      await onSaved();
      onClose();
      const of = kpiOf(body.kpiId);
      toast(of === null ? 'The target is set.' : `${of.name}: ${aimInWords({ ...body, kpi: of })}.`);
    },
  });
  const { values } = form;
  const kpi = kpiOf(values.kpiId);
  const takenOver = takenOverBy(targets, whose, values);

  return (
    <Dialog title={`A target for ${name}`} isOpen onClose={onClose}>
      <Form state={form}>
        {kpis.length > 1 && (
          <Select
            label="KPI"
            options={kpis.map((one) => ({ id: one.id, label: one.name }))}
            {...form.field('kpiId')}
          />
        )}
        <Select
          label="Each"
          options={periodOptions}
          name="period"
          value={values.period}
          onChange={(next) => {
            form.set('period', next);
            form.set('from', startOf(next, today));
          }}
        />
        <TypedValueField
          label={kpis.length > 1 ? 'Target' : `Target for ${kpi?.name ?? ''}`}
          kpi={kpi}
          autoFocus
          {...form.field('value')}
        />
        <DatePicker
          label="From"
          hint={values.period === 'day' ? undefined : `It counts for the whole ${values.period} of that day.`}
          {...form.field('from')}
        />
        <DatePicker label="Last day" optional {...form.field('to')} />
        {takenOver !== null && <Note>{takenOver}</Note>}
        <p>
          {whose.teamId === undefined
            ? `${name} sees it at once, and so do whoever manages ${name} now or later, and admins.`
            : 'Everybody in the team sees it at once, unless they have a target of their own.'}
        </p>
        <FormError error={form.error} />
        <FormActions>
          <SubmitButton isPending={form.isPending}>Set target</SubmitButton>
          <Button onPress={onClose}>Cancel</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}

interface Wanted {
  kpiId: string;
  period: Period;
  from: string | null;
  to: string | null;
}

/** What becomes of the targets that are there: the team's gives way, and those that would begin meanwhile go. */
function takenOverBy(
  targets: readonly Target[],
  whose: Bound,
  { kpiId, period, from, to }: Wanted,
): string | null {
  if (from === null) return null;
  const same = targets.filter(
    (one) =>
      one.kpi.id === kpiId &&
      one.period === period &&
      (one.person?.id ?? null) === (whose.personId ?? null) &&
      (one.team?.id ?? null) === (whose.teamId ?? null),
  );
  const gone = same.filter((one) => one.from >= from && (to === null || one.from <= to));
  const ended = same.find((one) => one.from < from && (one.to === null || one.to >= from));
  const ofTeam = targets.find(
    (one) =>
      whose.personId !== undefined && one.team !== null && one.kpi.id === kpiId && one.period === period,
  );
  const sentences = [
    ...(ofTeam === undefined
      ? []
      : [`It comes before the target of ${ofTeam.team?.name ?? 'the team'}, ${aimInWords(ofTeam)}.`]),
    ...(ended === undefined ? [] : [`It takes over from ${aimInWords(ended)}, which ends the day before.`]),
    ...gone.map((one) => `It replaces ${aimInWords(one)} from ${formatDay(one.from)}.`),
  ];
  return sentences.length === 0 ? null : sentences.join(' ');
}
