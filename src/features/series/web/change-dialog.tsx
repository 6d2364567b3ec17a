import { call } from '../../../web/shell/call.ts';
import { Button } from '../../../web/ui/button.tsx';
import { localToday } from '../../../web/ui/dates.ts';
import { Dialog } from '../../../web/ui/dialog.tsx';
import { Form, FormActions, FormError, SubmitButton } from '../../../web/ui/form.tsx';
import { useForm } from '../../../web/ui/use-form.ts';
import type { Template } from '../../templates/contract.ts';
import { seriesRoutes as routes, type Series } from '../contract.ts';
import { arrangementBody, arrangementOf, arrangementSchema } from './arrangement.ts';
import { ArrangementFields } from './arrangement-fields.tsx';
import { showSeries } from './series-queries.ts';

interface ChangeDialogProps {
  series: Series;
  templates: readonly Template[];
  onClose: () => void;
}

export default function ChangeDialog({ series, templates, onClose }: ChangeDialogProps) {
  const form = useForm({
    schema: arrangementSchema,
    initial: arrangementOf(series, localToday()),
    submit: async (values) => {
      const body = { version: series.version, ...arrangementBody(values) } as never; // the server checks the numbers of its selects
      await showSeries(await call(routes.change, { params: { seriesId: series.id }, body }));
      onClose();
    },
  });
  return (
    <Dialog title="Change the arrangement" isOpen onClose={onClose} wide>
      <Form state={form}>
        <p>
          A new rule holds from now on. What was before stays as it was; single meetings ahead that were moved
          or called off are planned anew.
        </p>
        <ArrangementFields form={form} templates={templates} />
        <FormError error={form.error} />
        <FormActions>
          <SubmitButton isPending={form.isPending}>Save</SubmitButton>
          <Button look="plain" onPress={onClose}>
            Cancel
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
