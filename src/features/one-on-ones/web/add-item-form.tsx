import * as z from 'zod/mini';
import { Button } from '../../../web/ui/button.tsx';
import { Form, FormActions, FormError, SubmitButton } from '../../../web/ui/form.tsx';
import { Select } from '../../../web/ui/select.tsx';
import { TextField } from '../../../web/ui/text-field.tsx';
import { useForm } from '../../../web/ui/use-form.ts';
import { promptSchema } from '../../templates/domain/texts.ts';
import { defaultMeasure } from '../../kpis/domain/measure.ts';
import { askedKinds, isMeasured } from '../../templates/domain/items.ts';
import type { Section } from '../contract.ts';
import styles from './add-item.module.css';
import { kindWords, type AskedKind } from './kind-words.ts';
import { useRecord } from './record-context.ts';
import { focusMenuOf } from './structure/use-move-keys.ts';

const newItem: { kind: AskedKind; prompt: string } = { kind: 'question', prompt: '' };
const schema = z.object({ kind: z.enum(askedKinds), prompt: promptSchema });

export default function AddItemForm({ section, onClose }: { section: Section; onClose: () => void }) {
  const { structure } = useRecord();
  const form = useForm({
    schema,
    initial: newItem,
    submit: async (item) => {
      const known = new Set(section.items.map(({ id }) => id));
      const measure = isMeasured(item.kind) ? { measure: defaultMeasure } : {};
      const record = await structure.addItem({ ...item, ...measure, sectionId: section.id });
      if (record === null) return;
      const added = record.sections
        .flatMap(({ items }) => items)
        .find(({ id, prompt }) => !known.has(id) && prompt === item.prompt);
      close();
      if (added !== undefined) focusMenuOf(added.id);
    },
  });
  function close() {
    onClose();
    setTimeout(() => document.getElementById(`add-${section.id}`)?.focus());
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape closes it from any of its fields
    <div
      className={styles.form}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <Form state={form}>
        <div className={styles.fields}>
          <TextField
            label="What to ask or discuss"
            autoFocus
            maxLength={1000}
            autoComplete="off"
            {...form.field('prompt')}
          />
          <Select
            label="Answered by"
            options={askedKinds.map((id) => ({ id, ...kindWords[id] }))}
            value={form.values.kind}
            onChange={(kind) => form.set('kind', kind)}
          />
        </div>
        <FormError error={form.error} />
        <FormActions>
          <SubmitButton look="quiet" isPending={form.isPending}>
            Add
          </SubmitButton>
          <Button look="plain" onPress={close}>
            Cancel
          </Button>
        </FormActions>
      </Form>
    </div>
  );
}
