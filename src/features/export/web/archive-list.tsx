import { useState } from 'react';
import { call } from '../../../web/shell/call.ts';
import { queryClient, queryOf } from '../../../web/shell/queries.ts';
import { ConfirmDialog } from '../../../web/ui/confirm-dialog.tsx';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { useAction } from '../../../web/ui/use-action.ts';
import { useFocusAfterRemoval } from '../../../web/ui/use-focus-after-removal.ts';
import { exportRoutes as routes } from '../contract.ts';
import type { Archive } from '../contract.ts';
import { ArchiveRow } from './archive-row.tsx';
import styles from './your-data.module.css';

const query = queryOf(routes.list, {});

async function remove({ id }: Archive): Promise<void> {
  await call(routes.remove, { params: { exportId: id } });
  queryClient.setQueryData(query.queryKey, (before) => ({
    items: before?.items.filter((item) => item.id !== id) ?? [],
  }));
}

export function ArchiveList({ archives }: { archives: readonly Archive[] }) {
  const [deleting, setDeleting] = useState<Archive | null>(null);
  const act = useAction();
  const { ref, removing } = useFocusAfterRemoval(archives.length);

  function leave(archive: Archive): void {
    removing(archives.indexOf(archive));
    // What is under way, or failed, is begun again as quickly as it is cancelled.
    if (archive.state === 'ready') setDeleting(archive);
    else void act.run(async () => remove(archive));
  }

  return (
    <div ref={ref}>
      {act.error !== null && <InlineError error={act.error} />}
      {archives.length > 0 && (
        <ul className={styles.list} aria-label="My archives">
          {archives.map((archive) => (
            <ArchiveRow key={archive.id} archive={archive} onRemove={() => leave(archive)} />
          ))}
        </ul>
      )}
      <ConfirmDialog
        title="Delete this archive?"
        isOpen={deleting !== null}
        onClose={() => setDeleting(null)}
        confirmLabel="Delete"
        onConfirm={async () => {
          if (deleting !== null) await remove(deleting);
        }}
      >
        <p>What you have downloaded stays with you, and you can make another one.</p>
      </ConfirmDialog>
    </div>
  );
}
