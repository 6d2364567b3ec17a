import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../web/shell/call.ts';
import { queryClient, queryOf } from '../../../web/shell/queries.ts';
import { useWaitingWrites } from '../../../web/shell/waiting-writes.ts';
import { useRemovals } from '../../../web/ui/use-removals.ts';
import { oneOnOneRoutes } from '../../one-on-ones/contract.ts';
import { fileRoutes as routes, type RecordFile } from '../contract.ts';
import { createUploads, type Added } from './uploads.ts';

/** The files of this record: those that are there, those on their way, those that go unless one takes it back. */
export function useFiles(oneOnOneId: string) {
  const query = queryOf(routes.list, { params: { oneOnOneId } });
  const list = useQuery(query);
  const [error, setError] = useState<unknown>(null);
  const [, redraw] = useState(0);
  const removals = useRemovals();
  const [uploads] = useState(() =>
    createUploads(oneOnOneId, { onChange: () => redraw((count) => count + 1), onAdded: showAdded }),
  );

  useWaitingWrites(async () => {
    removals.commitAll(false);
    await uploads.idle();
  });

  return {
    files: list.data?.items.filter(({ id }) => !removals.has(id)),
    loadError: list.error,
    reload: () => void list.refetch(),
    error,
    uploads,
    remove: ({ id, name }: RecordFile) =>
      removals.remove(id, `“${name}” is deleted.`, async (keepalive) => {
        setError(null);
        try {
          const params = { oneOnOneId, fileId: id };
          const { oneOnOne } = await call(routes.remove, { params, keepalive });
          queryClient.setQueryData(
            query.queryKey,
            (known) => known && { ...known, items: known.items.filter((file) => file.id !== id) },
          );
          showStanding(oneOnOne);
        } catch (cause) {
          setError(cause);
        }
      }),
  };

  function showAdded({ oneOnOne, ...file }: Added): void {
    queryClient.setQueryData(
      query.queryKey,
      (known) => known && { ...known, items: [...known.items.filter(({ id }) => id !== file.id), file] },
    );
    showStanding(oneOnOne);
  }
}

/** How the record stands now: the version that an approval names, above all. */
function showStanding(standing: Added['oneOnOne']): void {
  const { queryKey } = queryOf(oneOnOneRoutes.open, { params: { oneOnOneId: standing.id } });
  queryClient.setQueryData(queryKey, (record) => record && { ...record, ...standing });
  for (const route of [oneOnOneRoutes.events, oneOnOneRoutes.changes, oneOnOneRoutes.list]) {
    void queryClient.invalidateQueries({ queryKey: [route.path], refetchType: 'none' });
  }
}
