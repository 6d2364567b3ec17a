import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '../../../shared/problems.ts';
import { Button } from '../../../web/ui/button.tsx';
import { Dialog } from '../../../web/ui/dialog.tsx';
import { Form, FormActions, FormError, SubmitButton } from '../../../web/ui/form.tsx';
import { TextArea } from '../../../web/ui/text-area.tsx';
import { useForm } from '../../../web/ui/use-form.ts';
import * as z from 'zod/mini';
import { agreesOnTargets, figuresQuery, hasMeasured } from './measured/figures-query.ts';
import { namesOf } from './pair.ts';
import { useRecord } from './record-context.ts';
import { useActions } from './use-actions.ts';

const schema = z.object({ remark: z.string().check(z.maxLength(4000, 'At most 4000 characters.')) });

interface ApproveDialogProps {
  onClose: () => void;
  onDone: (words: string) => void;
}

export function ApproveDialog({ onClose, onDone }: ApproveDialogProps) {
  const { record } = useRecord();
  const actions = useActions();
  // The version that was on the page when it was read, whatever arrives while this is open.
  const [version] = useState(record.version);
  const { manager } = namesOf(record);
  const [isOutdated, setOutdated] = useState(false);
  const [haveNumbersMoved, setNumbersMoved] = useState(false);
  const queryClient = useQueryClient();
  const query = figuresQuery(record);
  const measured = hasMeasured(record);
  const figures = useQuery({ ...query, enabled: measured });
  // As for the version: the numbers that stood there when this was opened.
  const [seen, setSeen] = useState<string | null | undefined>(undefined);
  if (seen === undefined && figures.data !== undefined && !figures.isPlaceholderData)
    setSeen(figures.data.mark);
  async function haveMoved(): Promise<boolean> {
    await queryClient.invalidateQueries({ queryKey: query.queryKey });
    return queryClient.getQueryData(query.queryKey)?.mark !== seen;
  }
  const form = useForm({
    schema,
    initial: { remark: '' },
    submit: async ({ remark }) => {
      try {
        await actions.approve(version, remark, seen ?? null);
        onDone('Approved.');
      } catch (cause) {
        if (!(cause instanceof Problem)) throw cause;
        const isOfNumbers = measured && cause.code === 'conflict' && (await haveMoved());
        if (!isOfNumbers && cause.code !== 'stale_version' && cause.code !== 'wrong_state') throw cause;
        setNumbersMoved(isOfNumbers);
        setOutdated(true);
      }
    },
  });
  if (isOutdated) {
    return (
      <Dialog
        kind="question"
        title={haveNumbersMoved ? 'The numbers have changed' : `${manager} has changed it`}
        isOpen
        onClose={onClose}
        footer={
          <Button look="primary" autoFocus onPress={onClose}>
            Read it as it is now
          </Button>
        }
      >
        <p>
          It changed while you were reading, so nothing was approved: nobody approves what they did not see.
          The page shows it as it is now.
        </p>
      </Dialog>
    );
  }
  return (
    <Dialog title="Approve this one-on-one?" isOpen onClose={onClose}>
      <p>
        Approving says that you have read it; it is not agreement with every word. Nobody can change it after
        that, and {manager} is told by mail.
      </p>
      {measured && <p>The numbers stay in it as you see them now, whatever is corrected later.</p>}
      {agreesOnTargets(record) && (
        <p>
          {record.stillManaged
            ? 'The new target holds from then on. Admins and whoever manages you later will see it, and nothing else of this one-on-one.'
            : `The new target stays words: ${manager} no longer manages you, so it does not take effect.`}
        </p>
      )}
      <Form state={form}>
        <TextArea
          label="Remark"
          optional
          hint="Stands under the record for good. If you see something differently, say it here."
          {...form.field('remark')}
        />
        <FormError error={form.error ?? figures.error} />
        <FormActions>
          <SubmitButton isPending={form.isPending || (measured && seen === undefined)}>Approve</SubmitButton>
          <Button look="plain" onPress={onClose}>
            Cancel
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
