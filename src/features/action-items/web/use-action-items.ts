import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '../../../shared/problems.ts';
import type { CallInput } from '../../../shared/routes.ts';
import { call } from '../../../web/shell/call.ts';
import { useWaitingWrites } from '../../../web/shell/waiting-writes.ts';
import { useRemovals } from '../../../web/ui/use-removals.ts';
import type { OneOnOne } from '../../one-on-ones/contract.ts';
import { actionItemRoutes as routes, type ActionItem } from '../contract.ts';
import { actionItemsQuery, showStanding } from './action-item-queries.ts';
import { createTurns } from '../../../web/shell/turns.ts';

export type NewActionItem = Pick<
  CallInput<typeof routes.add>['body'],
  'text' | 'ownerId' | 'dueOn' | 'position'
>;
export type Wanted = Partial<Pick<ActionItem, 'text' | 'ownerId' | 'dueOn'>>;
type Items = readonly ActionItem[];

/** The action items of this record. Each change shows at once, and is written in turn; it answers whether it was. */
export function useActionItems(record: OneOnOne) {
  const queryClient = useQueryClient();
  const query = actionItemsQuery(record.id);
  const list = useQuery(query);
  const [error, setError] = useState<unknown>(null);
  const removals = useRemovals();
  const [{ write, idle }] = useState(() =>
    createTurns((cause) => {
      setError(cause);
      if (cause !== null) void queryClient.invalidateQueries({ queryKey: query.queryKey });
    }),
  );

  const read = (): Items => queryClient.getQueryData(query.queryKey)?.items ?? [];
  const find = (id: string) => read().find((item) => item.id === id);
  function show(change: (items: Items) => ActionItem[]): void {
    void queryClient.cancelQueries({ queryKey: query.queryKey });
    queryClient.setQueryData(query.queryKey, { items: change(read()) });
  }

  async function send(id: string, wanted: Wanted & { position?: number }, base: ActionItem | undefined) {
    const sendAt = async (version: number) =>
      call(routes.change, {
        params: { actionItemId: id },
        body: { ...wanted, version, state: record.state },
      });
    const answer = await sendAt(find(id)?.version ?? 0).catch(async (cause: unknown) => {
      const current = currentOf(cause);
      // Only what is changed here must be as it was read.
      const isSame = (Object.keys(wanted) as (keyof Wanted)[]).every(
        (name) => current?.[name] === undefined || current[name] === base?.[name],
      );
      if (current === null || !isSame) throw cause;
      return sendAt(current.version);
    });
    const { oneOnOne, ...item } = answer;
    show((items) => items.map((other) => (other.id === id ? item : other)));
    showStanding(oneOnOne);
  }

  const settle = async () => {
    removals.commitAll(false);
    await idle();
  };
  useWaitingWrites(settle);

  return {
    items: list.data?.items.filter(({ id }) => !removals.has(id)),
    loadError: list.error,
    reload: () => void list.refetch(),
    error,
    add: async (wanted: NewActionItem, shown: ActionItem) => {
      show((items) => [...items, shown]);
      return write(async () => {
        try {
          const body = { ...wanted, state: record.state };
          const { oneOnOne, ...item } = await call(routes.add, { params: { oneOnOneId: record.id }, body });
          show((items) => items.map((other) => (other.id === shown.id ? item : other)));
          showStanding(oneOnOne);
        } catch (cause) {
          show((items) => items.filter(({ id }) => id !== shown.id));
          throw cause;
        }
      });
    },
    change: async (id: string, wanted: Wanted) => {
      const base = find(id);
      const owner = [record.manager, record.employee].find((person) => person.id === wanted.ownerId);
      show((items) =>
        items.map((item) => (item.id === id ? { ...item, ...wanted, ...(owner && { owner }) } : item)),
      );
      return write(async () => send(id, wanted, base));
    },
    move: async (id: string, position: number) => {
      show((items) => moved(items, id, position));
      return write(async () => send(id, { position }, undefined));
    },
    remove: ({ id, text }: ActionItem) =>
      removals.remove(id, `“${text}” is removed.`, async (keepalive) =>
        write(async () => {
          const query_ = { state: record.state };
          const answer = await call(routes.remove, {
            params: { actionItemId: id },
            query: query_,
            keepalive,
          });
          show((items) => items.filter((item) => item.id !== id));
          showStanding(answer.oneOnOne);
        }),
      ),
  };
}

function currentOf(cause: unknown): ActionItem | null {
  if (!(cause instanceof Problem) || cause.code !== 'stale_version') return null;
  return cause.extras.current as ActionItem; // what the contract's stale answer holds
}

function moved(items: Items, id: string, position: number): ActionItem[] {
  const item = items.find((one) => one.id === id);
  const rest = items.filter((one) => one.id !== id);
  return item === undefined ? [...items] : [...rest.slice(0, position), item, ...rest.slice(position)];
}
