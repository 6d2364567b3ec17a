import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { RichText } from '../../rich-text/domain/rich-text.ts';
import { Problem } from '../../../shared/problems.ts';
import { call } from '../../../web/shell/call.ts';
import { useRemovals } from '../../../web/ui/use-removals.ts';
import type { OneOnOne } from '../../one-on-ones/contract.ts';
import { commentRoutes as routes, type Comment, type Resolution } from '../contract.ts';
import { commentsQuery } from './comment-queries.ts';

interface Comments {
  items: Comment[];
  resolved: Resolution[];
}

/** The thread of one item. What is done shows at once where nothing can be lost by it. */
export function useComments(record: OneOnOne, myId: string, itemId: string) {
  const queryClient = useQueryClient();
  const { queryKey } = commentsQuery(record.id);
  const { data } = useQuery(commentsQuery(record.id));
  const removals = useRemovals();
  const params = { oneOnOneId: record.id };

  async function show(change: (before: Comments) => Comments): Promise<void> {
    await queryClient.cancelQueries({ queryKey });
    queryClient.setQueryData(queryKey, (before) => before && change(before));
  }
  const reload = async () => queryClient.invalidateQueries({ queryKey });
  const open = ({ resolved }: Comments) => resolved.filter((one) => one.itemId !== itemId);

  return {
    comments: (data?.items ?? []).filter((one) => one.itemId === itemId && !removals.has(one.id)),
    resolution: data?.resolved.find((one) => one.itemId === itemId) ?? null,
    add: async (text: RichText) => {
      const added = await call(routes.add, { params, body: { itemId, text } });
      await show((before) => ({ items: [...before.items, added], resolved: open(before) }));
    },
    change: async (comment: Comment, text: RichText) => {
      try {
        const changed = await call(routes.change, {
          params: { ...params, commentId: comment.id },
          body: { text, version: comment.version },
        });
        await show((before) => ({
          ...before,
          items: before.items.map((one) => (one.id === changed.id ? changed : one)),
        }));
      } catch (cause) {
        if (cause instanceof Problem && cause.code === 'stale_version') await reload();
        throw cause;
      }
    },
    remove: (comment: Comment) =>
      removals.remove(comment.id, 'The comment is deleted.', async (keepalive) => {
        await call(routes.remove, { params: { ...params, commentId: comment.id }, keepalive }).catch(
          () => {},
        );
        await reload();
      }),
    resolve: async () => {
      const by = [record.manager, record.employee].find(({ id }) => id === myId) ?? record.manager;
      await show((before) => ({
        ...before,
        resolved: [...open(before), { itemId, by, at: new Date().toISOString() }],
      }));
      await call(routes.resolve, { params: { ...params, itemId } }).finally(() => void reload());
    },
    reopen: async () => {
      await show((before) => ({ ...before, resolved: open(before) }));
      await call(routes.reopen, { params: { ...params, itemId } }).finally(() => void reload());
    },
  };
}
