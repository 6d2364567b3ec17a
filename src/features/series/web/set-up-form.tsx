import { useNavigate } from '@tanstack/react-router';
import { call } from '../../../web/shell/call.ts';
import { Checkbox } from '../../../web/ui/checkbox.tsx';
import { localToday } from '../../../web/ui/dates.ts';
import { Form, FormActions, FormError, SubmitButton } from '../../../web/ui/form.tsx';
import { LinkButton } from '../../../web/ui/link.tsx';
import { toast } from '../../../web/ui/toast.ts';
import { useForm } from '../../../web/ui/use-form.ts';
import type { ManagedPerson } from '../../people/contract.ts';
import type { Template } from '../../templates/contract.ts';
import { seriesRoutes } from '../contract.ts';
import { arrangementBody, arrangementSchema, newArrangement, type ArrangementValues } from './arrangement.ts';
import { ArrangementFields } from './arrangement-fields.tsx';
import { PeoplePicker } from './people-picker.tsx';
import { refreshMeetings } from './series-queries.ts';
import styles from './set-up-form.module.css';

interface SetUpFormProps {
  /** Whom I manage, who can sign in, and with whom I have no open series. */
  people: readonly ManagedPerson[];
  templates: readonly Template[];
  timeZone: string;
  chosen: string | null;
  /** What is known already, of an event of another calendar. */
  values: Partial<ArrangementValues>;
}

/** The standing one-on-one with one person, or with the whole team at once. */
export function SetUpForm({ people, templates, timeZone, chosen, values }: SetUpFormProps) {
  const navigate = useNavigate();
  const only = people.length === 1 ? people[0]?.id : undefined;
  const first = people.find(({ id }) => id === chosen)?.id ?? only;
  const form = useForm({
    schema: arrangementSchema,
    initial: { ...newArrangement(localToday(), timeZone, first === undefined ? [] : [first]), ...values },
    submit: async (values) => {
      const { employeeIds, oneAfterTheOther } = values;
      const body = { employeeIds, oneAfterTheOther, ...arrangementBody(values) } as never; // the server checks the numbers of its selects
      const { items } = await call(seriesRoutes.create, { body });
      await refreshMeetings();
      const [one] = items;
      if (items.length > 1 || one === undefined) {
        toast(`${items.length} series are set up. Everybody was told.`);
        await navigate({ to: '/series' });
      } else await navigate({ to: '/series/$seriesId', params: { seriesId: one.id } });
    },
  });
  const { employeeIds, cadence, oneAfterTheOther } = form.values;
  return (
    <Form state={form}>
      <PeoplePicker people={people} value={employeeIds} onChange={(ids) => form.set('employeeIds', ids)} />
      {employeeIds.length > 1 && cadence !== 'on_demand' && (
        <Checkbox
          isSelected={oneAfterTheOther}
          onChange={(isSelected) => form.set('oneAfterTheOther', isSelected)}
          hint="Else all of them at the same time."
        >
          One after the other, in this order
        </Checkbox>
      )}
      <ArrangementFields form={form} templates={templates} />
      <FormError error={form.error} />
      <FormActions>
        <SubmitButton isPending={form.isPending}>
          {employeeIds.length > 1 ? `Set up ${employeeIds.length} series` : 'Set up'}
        </SubmitButton>
        <LinkButton look="plain" to="/series">
          Cancel
        </LinkButton>
        <span className={styles.told}>They get an invitation by mail. It says when, never what about.</span>
      </FormActions>
    </Form>
  );
}
