import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ComponentType } from 'react';
import { call } from '../../../web/shell/call.ts';
import { DatePicker } from '../../../web/ui/date-picker.tsx';
import { localDay } from '../../../web/ui/dates.ts';
import { Form, FormActions, FormError, SubmitButton } from '../../../web/ui/form.tsx';
import { LinkButton } from '../../../web/ui/link.tsx';
import { TextField } from '../../../web/ui/text-field.tsx';
import { useForm } from '../../../web/ui/use-form.ts';
import { peopleRoutes, type ManagedPerson, type NamedPerson } from '../../people/contract.ts';
import type { Template } from '../../templates/contract.ts';
import { oneOnOneRoutes, type ListedOneOnOne } from '../contract.ts';
import { EmployeePicker } from './employee-picker.tsx';
import { lastTemplate, rememberTemplate } from './last-template.ts';
import { newOneOnOneSchema, type NewOneOnOne } from './new-one-on-one.ts';
import styles from './new-one-on-one-form.module.css';
import { openQuery } from './open-query.ts';
import { firstName } from './state-words.ts';
import { TemplatePicker } from './template-picker.tsx';

interface NewOneOnOneFormProps {
  myId: string;
  people: readonly ManagedPerson[];
  withoutLogin: readonly NamedPerson[];
  templates: readonly Template[];
  /** Mine, last changed first. */
  recent: readonly ListedOneOnOne[];
  /** From the address: whom one came for, and a template made on the way. */
  given: { employeeId: string | null; templateId: string | null };
  /** The page gives it, because features do not import each other's components. */
  Preview: ComponentType<{ sections: Template['sections'] }>;
}

export function NewOneOnOneForm(props: NewOneOnOneFormProps) {
  const { myId, people, withoutLogin, templates, given, Preview } = props;
  /** What one has chosen is not changed by picking another person. */
  const [isChosen, setChosen] = useState(given.templateId !== null);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const form = useForm({
    schema: newOneOnOneSchema,
    initial: initialValues(props),
    submit: async (wanted) => {
      const created = await call(oneOnOneRoutes.create, { body: wanted });
      rememberTemplate(myId, created.employee.id, wanted.templateId);
      queryClient.setQueryData(openQuery(created.id).queryKey, created);
      void queryClient.invalidateQueries({ queryKey: [oneOnOneRoutes.list.path] });
      void queryClient.invalidateQueries({ queryKey: [peopleRoutes.me.path] });
      await navigate({ to: '/one-on-ones/$oneOnOneId', params: { oneOnOneId: created.id } });
    },
  });
  const { employeeId, templateId } = form.values;
  const employee = people.find(({ id }) => id === employeeId);
  const template = templates.find(({ id }) => id === templateId);
  const lastUsed = employeeId === '' ? null : (usualTemplate(props, employeeId)?.id ?? null);

  function pick(id: string) {
    form.set('employeeId', id);
    if (!isChosen) form.set('templateId', usualTemplate(props, id)?.id ?? '');
  }
  return (
    <Form state={form}>
      <div className={styles.columns}>
        <div className={styles.choices}>
          <EmployeePicker
            people={people}
            withoutLogin={withoutLogin}
            value={employeeId === '' ? null : employeeId}
            onChange={pick}
          />
          <div className={styles.facts}>
            <DatePicker
              label="Date of the meeting"
              value={form.values.heldOn}
              onChange={(date) => form.set('heldOn', date ?? '')}
            />
            <TextField
              label="Title"
              optional
              placeholder={template?.title ?? ''}
              maxLength={200}
              autoComplete="off"
              {...form.field('title')}
            />
          </div>
          <TemplatePicker
            templates={templates}
            value={templateId === '' ? null : templateId}
            onChange={(id) => {
              setChosen(true);
              form.set('templateId', id);
            }}
            employeeId={employeeId === '' ? null : employeeId}
            lastUsed={lastUsed}
          />
        </div>
        {template !== undefined && (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and must do so by keyboard too
          <section className={styles.preview} tabIndex={0} aria-label={`Preview of ${template.title}`}>
            <h2 className={styles.previewTitle}>{template.title}</h2>
            <Preview sections={template.sections} />
          </section>
        )}
      </div>
      <FormError error={form.error} />
      <div className={styles.start}>
        <FormActions>
          <SubmitButton isPending={form.isPending}>
            {employee === undefined ? 'Start' : `Start with ${firstName(employee.name)}`}
          </SubmitButton>
          <LinkButton look="plain" to="/one-on-ones">
            Cancel
          </LinkButton>
          <span className={styles.promise}>A draft: only you can read it until you share it.</span>
        </FormActions>
      </div>
    </Form>
  );
}

/** Whatever can be known is filled in: ten minutes before a meeting three clicks have to do. */
function initialValues(props: NewOneOnOneFormProps): NewOneOnOne {
  const { people, templates, given } = props;
  const only = people.length === 1 ? people[0]?.id : undefined;
  const employeeId = people.find(({ id }) => id === given.employeeId)?.id ?? only ?? '';
  const template = templates.find(({ id }) => id === given.templateId) ?? usualTemplate(props, employeeId);
  return { employeeId, templateId: template?.id ?? '', heldOn: localDay(new Date()), title: '' };
}

/** The one used last with this person: as this device remembers it, else the one that the last record is named after. */
function usualTemplate(
  { myId, templates, recent }: NewOneOnOneFormProps,
  employeeId: string,
): Template | undefined {
  const kept = employeeId === '' ? null : lastTemplate(myId, employeeId);
  const lastTitle = recent.find(({ employee }) => employee.id === employeeId)?.title;
  return (
    templates.find(({ id }) => id === kept) ??
    templates.find(({ title }) => title === lastTitle) ??
    templates[0]
  );
}
