import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../web/shell/call.ts';
import { queryOf, refresh } from '../../../web/shell/queries.ts';
import { Button } from '../../../web/ui/button.tsx';
import { ConfirmDialog } from '../../../web/ui/confirm-dialog.tsx';
import { formatDate, localDay } from '../../../web/ui/dates.ts';
import { Form, FormActions, FormError, SubmitButton } from '../../../web/ui/form.tsx';
import { TextField } from '../../../web/ui/text-field.tsx';
import { useForm } from '../../../web/ui/use-form.ts';
import styles from './recovery-list.module.css';
import { recoveryRoutes, type RecoveryStanding, startRecoveryBody } from '../contract.ts';

interface PersonRecoveryProps {
  person: { id: string; name: string };
}

/** For an admin: the way back for somebody whose mailbox is lost, and who cannot confirm a new one. */
export function PersonRecovery({ person }: PersonRecoveryProps) {
  const params = { personId: person.id };
  const { data } = useQuery(queryOf(recoveryRoutes.open, { params }));
  const [isCancelling, setCancelling] = useState(false);
  const form = useForm({
    schema: startRecoveryBody,
    initial: { email: '' },
    submit: async (body) => {
      await call(recoveryRoutes.start, { params, body });
      form.set('email', '');
      await refresh(recoveryRoutes.open);
    },
  });
  if (data === undefined) return null;
  const { recovery } = data;
  if (recovery !== null && recovery.endedAt === null) {
    return (
      <div className={styles.standing}>
        <p>
          A recovery is under way: {person.name} gets the address {recovery.newEmail} on{' '}
          {formatDate(localDay(recovery.dueAt))}, unless {person.name} or somebody who shares one-on-ones with
          them objects. All of them were told.
        </p>
        <Button onPress={() => setCancelling(true)}>Cancel the recovery</Button>
        <ConfirmDialog
          title="Cancel the recovery?"
          isOpen={isCancelling}
          onClose={() => setCancelling(false)}
          confirmLabel="Cancel it"
          onConfirm={async () => {
            await call(recoveryRoutes.cancel, { params });
            await refresh(recoveryRoutes.open);
          }}
        >
          <p>The address stays as it is. You can start again, which takes another seven days.</p>
        </ConfirmDialog>
      </div>
    );
  }
  return (
    <Form state={form}>
      <p>
        Only {person.name} can change this address. Where the mailbox is lost, you can start a recovery: it
        takes seven days, {person.name} and everybody who shares one-on-ones with them are told, and any of
        them can stop it.
      </p>
      {recovery !== null && <p>{lastWords(recovery)}</p>}
      <TextField
        label="New email"
        type="email"
        inputMode="email"
        autoComplete="off"
        {...form.field('email')}
      />
      <FormError error={form.error} />
      <FormActions>
        <SubmitButton look="quiet" isPending={form.isPending}>
          Start a recovery
        </SubmitButton>
      </FormActions>
    </Form>
  );
}

function lastWords({ outcome, endedAt }: RecoveryStanding): string {
  const day = endedAt === null ? '' : formatDate(localDay(endedAt));
  switch (outcome) {
    case 'done':
      return `The last one took effect on ${day}.`;
    case 'objected':
      return `The last one was stopped by an objection on ${day}.`;
    case 'cancelled':
      return `The last one was cancelled on ${day}.`;
    default:
      return `The last one could not take effect on ${day}: the address was taken, or the person could no longer sign in.`;
  }
}
