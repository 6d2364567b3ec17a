import { lazy, Suspense } from 'react';
import { ComboBox } from '../../../web/ui/combo-box.tsx';
import { cx } from '../../../web/ui/cx.ts';
import { DatePicker } from '../../../web/ui/date-picker.tsx';
import { SegmentedControl } from '../../../web/ui/segmented-control.tsx';
import { Select } from '../../../web/ui/select.tsx';
import { TextArea } from '../../../web/ui/text-area.tsx';
import { TextField } from '../../../web/ui/text-field.tsx';
import type { FormState } from '../../../web/ui/use-form.ts';
import type { Template } from '../../templates/contract.ts';
import { noTemplate, type ArrangementValues } from './arrangement.ts';
import styles from './arrangement-fields.module.css';
import { weekdays } from './series-words.ts';

const Preview = lazy(async () => import('./rule-preview.tsx'));

const cadences = [
  { id: 'weekly', label: 'Weekly' },
  { id: 'monthly', label: 'Monthly' },
  { id: 'on_demand', label: 'On demand' },
] as const;

const days = weekdays.map((label, at) => ({ id: String(at + 1), label }));
const ordinals = [
  { id: '1', label: 'First' },
  { id: '2', label: 'Second' },
  { id: '3', label: 'Third' },
  { id: '4', label: 'Fourth' },
  { id: '-1', label: 'Last' },
];
const dueDays = [
  { id: '0', label: 'On the day' },
  { id: '1', label: 'The day before' },
  { id: '2', label: 'Two days before' },
  { id: '3', label: 'Three days before' },
  { id: '4', label: 'Four days before' },
  { id: '5', label: 'Five days before' },
  { id: '6', label: 'Six days before' },
  { id: '7', label: 'A week before' },
];

const upTo = (most: number, one: string, several: string) =>
  Array.from({ length: most }, (_, at) => ({
    id: String(at + 1),
    label: at === 0 ? one : `Every ${at + 1} ${several}`,
  }));
const weeks = upTo(12, 'Every week', 'weeks');
const months = upTo(12, 'Every month', 'months');

interface ArrangementFieldsProps {
  form: FormState<ArrangementValues>;
  templates: readonly Template[];
}

/** When, where and with what the two meet. */
export function ArrangementFields({ form, templates }: ArrangementFieldsProps) {
  const { values, set, field } = form;
  const isRegular = values.cadence !== 'on_demand';
  return (
    <>
      <fieldset className={styles.part}>
        <legend>When</legend>
        <SegmentedControl
          label="How often"
          options={cadences}
          value={values.cadence}
          onChange={(cadence) => set('cadence', cadence)}
        />
        {isRegular && <Days form={form} />}
        <div className={cx(styles.row, styles.short, styles.dates)}>
          <DatePicker
            label={isRegular ? 'From' : 'From (you agree on each meeting)'}
            value={values.startsOn === '' ? null : values.startsOn}
            name="startsOn"
            onChange={(date) => set('startsOn', date ?? '')}
          />
          <TextField
            label="Minutes"
            type="number"
            inputMode="numeric"
            min={5}
            max={480}
            step={5}
            {...field('minutes')}
          />
          <ComboBox
            label="Time zone"
            options={zonesWith(values.timeZone)}
            value={values.timeZone}
            name="timeZone"
            onChange={(id) => set('timeZone', id ?? values.timeZone)}
          />
        </div>
        {isRegular && (
          <Suspense fallback={<p className={styles.preview}>&nbsp;</p>}>
            <Preview values={values} />
          </Suspense>
        )}
      </fieldset>
      <fieldset className={styles.part}>
        <legend>Where, and with what</legend>
        <TextField
          label="Place or link to the call"
          optional
          maxLength={300}
          autoComplete="off"
          hint="Stands in the invitation of the two of you."
          {...field('place')}
        />
        <div className={styles.row}>
          <Select
            label="Template"
            options={[
              { id: noTemplate, label: 'Choose when a meeting starts' },
              ...templates.map(({ id, title }) => ({ id, label: title })),
            ]}
            value={values.templateId}
            onChange={(id) => set('templateId', id)}
          />
          <Select
            label="The agenda is due"
            options={dueDays}
            value={values.agendaDueDays}
            onChange={(id) => set('agendaDueDays', id)}
          />
        </div>
        <div className={styles.row}>
          <TextArea
            label="What I prepare"
            optional
            maxLength={500}
            rows={2}
            placeholder="Feedback, news, what became of last time"
            {...field('managerPrepares')}
          />
          <TextArea
            label="What they prepare"
            optional
            maxLength={500}
            rows={2}
            placeholder="Their points first: they guide the conversation"
            {...field('employeePrepares')}
          />
        </div>
      </fieldset>
    </>
  );
}

/** All that the browser knows, and the one that is set: UTC is in no browser's list. */
function zonesWith(timeZone: string) {
  const known = Intl.supportedValuesOf('timeZone');
  const ids = known.includes(timeZone) ? known : [timeZone, ...known];
  return ids.map((id) => ({ id, label: id.replaceAll('_', ' ') }));
}

function Days({ form: { values, set, field } }: { form: FormState<ArrangementValues> }) {
  const isMonthly = values.cadence === 'monthly';
  return (
    <div className={cx(styles.row, styles.short)}>
      <Select
        label="Interval"
        options={isMonthly ? months : weeks}
        value={values.every}
        onChange={(id) => set('every', id)}
      />
      {isMonthly && (
        <Select label="Which" options={ordinals} value={values.nth} onChange={(id) => set('nth', id)} />
      )}
      <Select label="Day" options={days} value={values.weekday} onChange={(id) => set('weekday', id)} />
      <TextField label="Time" type="time" required {...field('at')} />
    </div>
  );
}
