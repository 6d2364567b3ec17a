import { useState } from 'react';
import { call } from '../../../web/shell/call.ts';
import { valueWords } from '../../../web/shell/numbers/figure-words.ts';
import { TypedValueField } from '../../../web/shell/numbers/typed-value-field.tsx';
import { Problem } from '../../../shared/problems.ts';
import { Button } from '../../../web/ui/button.tsx';
import { DatePicker } from '../../../web/ui/date-picker.tsx';
import { formatDay, localToday } from '../../../web/ui/dates.ts';
import { Dialog } from '../../../web/ui/dialog.tsx';
import { Form, FormActions, FormError, SubmitButton } from '../../../web/ui/form.tsx';
import { Select } from '../../../web/ui/select.tsx';
import { toast } from '../../../web/ui/toast.ts';
import { useForm } from '../../../web/ui/use-form.ts';
import type { Kpi } from '../../kpis/domain/kpi.ts';
import { readTypedValue } from '../../kpis/domain/typed-value.ts';
import { readingRoutes, addReadingsBody } from '../contract.ts';

interface ReadingFormProps {
  person: { id: string; name: string };
  kpis: readonly Kpi[];
  /** What is corrected: it stands in the fields. */
  start?: { on: string; value: string };
  onSaved: () => Promise<void>;
  onClose: () => void;
}

const bodySchema = addReadingsBody;
type Reading = (typeof bodySchema)['_zod']['output']['readings'][number];

/** A reading by hand. The later one wins, which is said; both can be undone. */
export function ReadingForm({ person, kpis, start, onSaved, onClose }: ReadingFormProps) {
  const [today] = useState(localToday);
  const kpiOf = (id: string) => kpis.find((one) => one.id === id) ?? null;
  const firstValues: { kpiId: string; on: string | null; value: string } = {
    kpiId: kpis[0]?.id ?? '',
    on: start?.on ?? today,
    value: start?.value ?? '',
  };
  const form = useForm({
    schema: bodySchema.shape.readings.def.element,
    initial: firstValues,
    prepare: ({ kpiId: chosen, on, value }) => {
      const of = kpiOf(chosen);
      return {
        kpiId: chosen,
        personId: person.id,
        on: on ?? '',
        value: of && readTypedValue(of, value),
      };
    },
    submit: save,
  });

  async function save(reading: Reading): Promise<void> {
    const before = await find(reading);
    const written = await send(reading);
    await onSaved();
    onClose();
    if (written.unchanged > 0) return toast('It says so already: nothing has changed.');
    const kpi = kpiOf(reading.kpiId);
    const said = kpi === null ? '' : `${kpi.name}: ${valueWords({ kpi }, reading.value)}`;
    const day = formatDay(reading.on);
    if (written.added > 0) return toast(`${said} on ${day}.`, () => void undo(async () => remove(reading)));
    if (before === null || kpi === null) return toast(`${said} on ${day}, in place of what was there.`);
    toast(
      `${said} on ${day}, in place of ${valueWords({ kpi }, before)}.`,
      () => void undo(async () => send({ ...reading, value: before })),
    );
  }

  async function undo(act: () => Promise<unknown>) {
    try {
      await act();
    } catch {
      toast('It could not be undone. Look at the readings and try again.');
    }
    await onSaved();
  }

  return (
    <Dialog title={`A reading of ${person.name}`} isOpen onClose={onClose}>
      <Form state={form}>
        {kpis.length > 1 && (
          <Select
            label="KPI"
            options={kpis.map(({ id, name }) => ({ id, label: name }))}
            {...form.field('kpiId')}
          />
        )}
        <DatePicker label="Day" max={today} {...form.field('on')} />
        <TypedValueField
          label={kpis.length > 1 ? 'Value' : `Value of ${kpis[0]?.name ?? ''}`}
          kpi={kpiOf(form.values.kpiId)}
          autoFocus
          {...form.field('value')}
        />
        <FormError error={form.error} />
        <FormActions>
          <SubmitButton isPending={form.isPending}>Save</SubmitButton>
          <Button onPress={onClose}>Cancel</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}

async function send(reading: Reading) {
  try {
    return await call(readingRoutes.addReadings, { body: { readings: [reading] } });
  } catch (error) {
    throw besideFields(error);
  }
}

/** What stands there already, to be able to bring it back; null where it is not known. */
async function find({ personId, kpiId, on }: Reading): Promise<number | null> {
  try {
    return (await call(readingRoutes.findReading, { params: { personId, kpiId, on } })).value;
  } catch {
    return null;
  }
}

async function remove({ personId, kpiId, on }: Reading) {
  await call(readingRoutes.removeReading, { params: { personId, kpiId, on } });
}

/** The server speaks of the first of many; here there is one. */
function besideFields(error: unknown): unknown {
  if (!(error instanceof Problem) || error.extras.errors === undefined) return error;
  const errors = error.extras.errors.map(({ path, message }) => ({
    path: path.replace(/^readings\.0\./, ''),
    message,
  }));
  return new Problem(error.code, { errors });
}
