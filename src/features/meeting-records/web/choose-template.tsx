import * as z from 'zod/mini';
import { Button } from '../../../web/ui/button.tsx';
import { Dialog } from '../../../web/ui/dialog.tsx';
import { Form, FormActions, FormError, SubmitButton } from '../../../web/ui/form.tsx';
import { Select } from '../../../web/ui/select.tsx';
import { useForm } from '../../../web/ui/use-form.ts';
import type { Template } from '../../templates/contract.ts';

const schema = z.object({ templateId: z.string().check(z.minLength(1, 'Choose a template.')) });

interface ChooseTemplateProps {
  templates: readonly Template[];
  onStart: (templateId: string) => Promise<void>;
  onClose: () => void;
}

/** Where the series has no template of its own. */
export default function ChooseTemplate({ templates, onStart, onClose }: ChooseTemplateProps) {
  const form = useForm({
    schema,
    initial: { templateId: templates[0]?.id ?? '' },
    submit: async ({ templateId }) => onStart(templateId),
  });
  return (
    <Dialog title="Which template leads this meeting?" isOpen onClose={onClose}>
      <Form state={form}>
        <p>
          What is on the agenda, what you promised each other and what they sent you come into it by
          themselves. Choose one in the series’ arrangement, and you are not asked again.
        </p>
        <Select
          label="Template"
          options={templates.map(({ id, title }) => ({ id, label: title }))}
          value={form.values.templateId}
          onChange={(templateId) => form.set('templateId', templateId)}
        />
        <FormError error={form.error} />
        <FormActions>
          <SubmitButton isPending={form.isPending}>Start the meeting</SubmitButton>
          <Button look="plain" onPress={onClose}>
            Cancel
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
