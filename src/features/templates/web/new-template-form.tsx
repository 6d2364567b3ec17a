import { useNavigate } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { Form, FormActions, FormError, SubmitButton } from '../../../web/ui/form.tsx';
import { RadioGroup } from '../../../web/ui/radio-group.tsx';
import { TextField } from '../../../web/ui/text-field.tsx';
import { useForm } from '../../../web/ui/use-form.ts';
import { newUuid } from '../../../shared/uuid.ts';
import type { Template } from '../contract.ts';
import { untitledSection } from '../domain/document.ts';
import type { TemplateDocument } from '../domain/document.ts';
import { addTemplate, duplicateTemplate } from './template-calls.ts';

interface NewTemplateFormProps {
  templates: readonly Template[];
  /** What it begins with, where that was chosen before. */
  from: string | undefined;
  employeeId: string | undefined;
}

const empty = 'empty';

const schema = z.object({
  title: z.string().check(z.trim(), z.minLength(1, 'Enter a title.'), z.maxLength(200)),
  from: z.string(),
});

export function NewTemplateForm({ templates, from, employeeId }: NewTemplateFormProps) {
  const navigate = useNavigate();
  const form = useForm({
    schema,
    initial: { title: '', from: templates.some(({ id }) => id === from) ? (from ?? empty) : empty },
    submit: async ({ title, from: chosen }) => {
      const original = templates.find(({ id }) => id === chosen);
      const made = await (original === undefined
        ? addTemplate(emptyTemplate(title))
        : duplicateTemplate(original, title));
      await navigate({
        to: '/templates/$templateId',
        params: { templateId: made.id },
        search: employeeId === undefined ? {} : { for: employeeId },
        replace: true,
      });
    },
  });
  return (
    <Form state={form}>
      <TextField
        label="Title"
        hint="As it will stand above a one-on-one."
        maxLength={200}
        autoComplete="off"
        autoFocus
        {...form.field('title')}
      />
      <RadioGroup
        label="Begin with"
        value={form.values.from}
        onChange={(id) => form.set('from', id)}
        options={[
          { id: empty, label: 'An empty template' },
          ...templates.map(({ id, title, description }) => ({ id, label: title, hint: description })),
        ]}
      />
      <FormError error={form.error} />
      <FormActions>
        <SubmitButton isPending={form.isPending}>Make the template</SubmitButton>
      </FormActions>
    </Form>
  );
}

function emptyTemplate(title: string): TemplateDocument {
  const section = { id: newUuid(), title: untitledSection, guidance: null, items: [] };
  return { title, description: '', shared: false, sections: [section] };
}
