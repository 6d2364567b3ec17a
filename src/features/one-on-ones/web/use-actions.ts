import { useQueryClient } from '@tanstack/react-query';
import { peopleRoutes } from '../../people/contract.ts';
import { call } from '../../../web/shell/call.ts';
import { settleWaitingWrites } from '../../../web/shell/waiting-writes.ts';
import { problem, Problem } from '../../../shared/problems.ts';
import { oneOnOneRoutes as routes, type OneOnOne } from '../contract.ts';
import { useSaver } from './autosave/use-record-saver.ts';
import { openQuery } from './open-query.ts';
import { useRecord } from './record-context.ts';

/** What may be done to the record on this page. Each runs only after everything typed is saved. */
export interface Actions {
  share: () => Promise<void>;
  requestApproval: () => Promise<void>;
  takeBack: () => Promise<void>;
  /** `figures` is the mark of the numbers that were read; null where there are none. */
  approve: (version: number, remark: string, figures: string | null) => Promise<void>;
  requestRevision: (message: string) => Promise<void>;
  /** `leave` goes to another page, before the record is forgotten on this one. */
  remove: (leave: () => Promise<void>) => Promise<void>;
}

export function useActions(): Actions {
  const { record, structure } = useRecord();
  const saver = useSaver();
  const queryClient = useQueryClient();
  const params = { oneOnOneId: record.id };

  async function show(changed: OneOnOne | null): Promise<void> {
    const { queryKey } = openQuery(record.id);
    await queryClient.cancelQueries({ queryKey });
    if (changed !== null) queryClient.setQueryData(queryKey, changed);
    for (const route of [
      routes.list,
      routes.events,
      routes.changes,
      routes.previousAnswers,
      peopleRoutes.me,
    ]) {
      void queryClient.invalidateQueries({ queryKey: [route.path] });
    }
  }

  async function settle(): Promise<void> {
    await structure.flush();
    await settleWaitingWrites();
    if (await saver.settle()) return;
    throw problem('conflict', {
      detail: 'Something you typed is not saved yet. Look for the marked answer, then do this again.',
    });
  }

  /** Where it has changed under one's eyes, the page shows what it is now, and says so. */
  async function orReload(request: () => Promise<OneOnOne>): Promise<OneOnOne> {
    try {
      return await request();
    } catch (cause) {
      if (cause instanceof Problem && (cause.code === 'stale_version' || cause.code === 'wrong_state')) {
        await show(null);
        await queryClient.invalidateQueries({ queryKey: openQuery(record.id).queryKey });
      }
      throw cause;
    }
  }

  return {
    share: async () => {
      await settle();
      await show(await orReload(() => call(routes.share, { params })));
    },
    requestApproval: async () => {
      await settle();
      await show(await orReload(() => call(routes.requestApproval, { params })));
    },
    takeBack: async () => show(await orReload(() => call(routes.takeBack, { params }))),
    approve: async (version, remark, figures) => {
      const body = {
        version,
        remark: remark.trim() === '' ? null : remark,
        ...(figures !== null && { figures }),
      };
      await show(await orReload(() => call(routes.approve, { params, body })));
    },
    requestRevision: async (message) =>
      show(await orReload(() => call(routes.requestRevision, { params, body: { message } }))),
    remove: async (leave) => {
      await call(routes.delete, { params });
      for (const { id } of record.sections.flatMap(({ items }) => items)) {
        saver.dispatch(id, { type: 'discarded' });
      }
      await leave();
      queryClient.removeQueries({ queryKey: openQuery(record.id).queryKey });
      void queryClient.invalidateQueries({ queryKey: [routes.list.path] });
      void queryClient.invalidateQueries({ queryKey: [peopleRoutes.me.path] });
    },
  };
}
