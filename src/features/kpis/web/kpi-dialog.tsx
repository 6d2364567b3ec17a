import { call } from '../../../web/shell/call.ts';
import { Button } from '../../../web/ui/button.tsx';
import { currentLocale } from '../../../web/ui/dates.ts';
import { Dialog } from '../../../web/ui/dialog.tsx';
import { Form, FormActions, FormError, SubmitButton } from '../../../web/ui/form.tsx';
import { SegmentedControl } from '../../../web/ui/segmented-control.tsx';
import { Select } from '../../../web/ui/select.tsx';
import { TextField } from '../../../web/ui/text-field.tsx';
import { useForm } from '../../../web/ui/use-form.ts';
import { kpiRoutes, type ListedKpi, addKpiBody } from '../contract.ts';
import { aggregations, directions, units } from '../domain/kpi.ts';
import { aggregationWords, directionWords, exampleOf, unitWords } from './kpi-words.ts';
import styles from './kpi-dialog.module.css';
import { refreshKpis } from './kpi-queries.ts';

interface KpiDialogProps {
  /** Null: a new one. */
  kpi: ListedKpi | null;
  onClose: () => void;
  onDone: (kpi: ListedKpi) => void;
}

const decimalOptions = ['0', '1', '2', '3'].map((id) => ({ id, label: id }));

/** What is measured and how it is read. Numbers stay; what was frozen into records keeps the definition of then. */
export function KpiDialog({ kpi, onClose, onDone }: KpiDialogProps) {
  const form = useForm({
    schema: addKpiBody,
    initial: {
      name: kpi?.name ?? '',
      unit: kpi?.unit ?? 'number',
      currency: kpi?.currency ?? '',
      direction: kpi?.direction ?? 'higher',
      aggregation: kpi?.aggregation ?? 'sum',
      decimals: String(kpi?.decimals ?? 0),
    },
    prepare: ({ currency, decimals, ...values }) => ({
      ...values,
      decimals: Number(decimals),
      currency: values.unit === 'currency' ? currency : null,
    }),
    submit: async (body) => {
      const saved =
        kpi === null
          ? await call(kpiRoutes.addKpi, { body })
          : await call(kpiRoutes.changeKpi, {
              params: { kpiId: kpi.id },
              body: { ...body, archived: kpi.archived, version: kpi.version },
            });
      await refreshKpis();
      onDone(saved);
    },
  });
  const { unit, currency, decimals, aggregation } = form.values;
  return (
    <Dialog title={kpi === null ? 'Add a KPI' : 'Edit the KPI'} isOpen onClose={onClose}>
      <Form state={form}>
        <TextField
          label="Name"
          autoComplete="off"
          autoFocus
          required
          maxLength={80}
          hint="As people say it: Calls booked, Revenue. Files name it so."
          {...form.field('name')}
        />
        <div className={styles.pair}>
          <Select
            label="Unit"
            options={units.map((id) => ({ id, ...unitWords[id] }))}
            value={unit}
            onChange={(chosen) => form.set('unit', chosen)}
          />
          {unit === 'currency' && (
            <TextField
              label="Currency"
              autoComplete="off"
              maxLength={3}
              placeholder="EUR"
              {...form.field('currency')}
            />
          )}
          <Select
            label="Decimals"
            options={decimalOptions}
            value={decimals}
            onChange={(chosen) => form.set('decimals', chosen)}
          />
        </div>
        <SegmentedControl
          label="Which way is better"
          options={directions.map((id) => ({ id, label: directionWords[id] }))}
          value={form.values.direction}
          onChange={(chosen) => form.set('direction', chosen)}
        />
        <Select
          label="How readings add up"
          options={aggregations.map((id) => ({ id, ...aggregationWords[id] }))}
          value={aggregation}
          onChange={(chosen) => form.set('aggregation', chosen)}
        />
        <p className={styles.example}>
          Shown like{' '}
          <strong>
            {exampleOf(
              { unit, currency: currency.toUpperCase(), decimals: Number(decimals), aggregation },
              currentLocale(),
            )}
          </strong>
          . {aggregationWords[aggregation].hint}.
        </p>
        <FormError error={form.error} />
        <FormActions>
          <SubmitButton isPending={form.isPending}>{kpi === null ? 'Add KPI' : 'Save'}</SubmitButton>
          <Button onPress={onClose}>Cancel</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
