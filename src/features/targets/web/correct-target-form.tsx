import { call } from '../../../web/shell/call.ts';
import { valueInput } from '../../../web/shell/numbers/figure-words.ts';
import { TypedValueField } from '../../../web/shell/numbers/typed-value-field.tsx';
import { Button } from '../../../web/ui/button.tsx';
import { DatePicker } from '../../../web/ui/date-picker.tsx';
import { formatDate } from '../../../web/ui/dates.ts';
import { Dialog } from '../../../web/ui/dialog.tsx';
import { Form, FormActions, FormError, SubmitButton } from '../../../web/ui/form.tsx';
import { useForm } from '../../../web/ui/use-form.ts';
import { readTypedValue } from '../../kpis/domain/typed-value.ts';
import { targetRoutes, changeTargetBody } from '../contract.ts';
import type { Target } from '../contract.ts';

interface CorrectTargetFormProps {
  target: Target;
  onSaved: () => Promise<void>;
  onClose: () => void;
}

/** What was written wrongly, or the day on which it ends. Another aim from a day on is a new target. */
export function CorrectTargetForm({ target, onSaved, onClose }: CorrectTargetFormProps) {
  const form = useForm({
    schema: changeTargetBody,
    initial: { value: valueInput(target.value), to: target.to },
    prepare: ({ value, to }) => ({
      value: readTypedValue(target.kpi, value),
      to,
      version: target.version,
    }),
    submit: async (body) => {
      await call(targetRoutes.changeTarget, { params: { targetId: target.id }, body });
      await onSaved();
      onClose();
    },
  });
  return (
    <Dialog title={`${target.kpi.name}: correct this target`} isOpen onClose={onClose}>
      <Form state={form}>
        <p>
          It holds from {formatDate(target.from)} on. To aim for something else from a day on, set a new
          target: it takes over, and this one stays what it was until then.
        </p>
        <TypedValueField
          label={`Target each ${target.period}`}
          kpi={target.kpi}
          autoFocus
          {...form.field('value')}
        />
        <DatePicker label="Last day" optional min={target.from} {...form.field('to')} />
        <FormError error={form.error} />
        <FormActions>
          <SubmitButton isPending={form.isPending}>Save</SubmitButton>
          {form.values.to !== null && (
            <Button onPress={() => form.set('to', null)}>Without a last day</Button>
          )}
          <Button onPress={onClose}>Cancel</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
