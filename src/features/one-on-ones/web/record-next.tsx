import { Suspense, useState } from 'react';
import { late } from '../../../web/ui/late.ts';
import { Button } from '../../../web/ui/button.tsx';
import { LinkButton } from '../../../web/ui/link.tsx';
import { toast } from '../../../web/ui/toast.ts';
import type { DialogName } from './dialog-name.ts';
import { namesOf } from './pair.ts';
import { useRecord } from './record-context.ts';
import styles from './record-next.module.css';

const StateDialog = late(() => import('./state-dialogs.tsx'));

/** After a meeting: what becomes of its record. */
export function RecordNext() {
  const { record } = useRecord();
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const { employee } = namesOf(record);
  const { share, requestApproval } = record.abilities;
  return (
    <div className={styles.acts}>
      {requestApproval && (
        <Button look="primary" onPress={() => setDialog(share ? 'shareAndSend' : 'requestApproval')}>
          {share ? 'Share and send for approval' : 'Send for approval'}
        </Button>
      )}
      {share && <Button onPress={() => setDialog('share')}>Share with {employee}</Button>}
      <LinkButton look="plain" to="/one-on-ones/$oneOnOneId" params={{ oneOnOneId: record.id }}>
        {share ? 'Keep as draft, and go on writing' : 'Go on writing'}
      </LinkButton>
      {dialog !== null && (
        <Suspense>
          <StateDialog
            name={dialog}
            onClose={() => setDialog(null)}
            onDone={(words) => {
              setDialog(null);
              toast(words);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
