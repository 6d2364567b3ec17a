import { useQueryClient } from '@tanstack/react-query';
import { refresh } from '../../../web/shell/queries.ts';
import { call } from '../../../web/shell/call.ts';
import { oneOnOneRoutes as routes, type OneOnOne } from '../contract.ts';
import { isShared } from '../domain/states.ts';
import { openQuery } from './open-query.ts';
import { useRecord } from './record-context.ts';

interface Named {
  id: string;
  name: string;
}

/** Who reads the record beside the two. What the page says of it changes at once, and back where the server refuses. */
export function useReaders() {
  const { record } = useRecord();
  const queryClient = useQueryClient();
  const { queryKey } = openQuery(record.id);

  async function change(shown: OneOnOne, request: () => Promise<OneOnOne | undefined>): Promise<void> {
    await queryClient.cancelQueries({ queryKey });
    queryClient.setQueryData(queryKey, shown);
    try {
      const now = await request();
      if (now !== undefined) queryClient.setQueryData(queryKey, now);
      else await queryClient.invalidateQueries({ queryKey });
      void refresh(routes.events);
    } catch (cause) {
      queryClient.setQueryData(queryKey, record);
      void queryClient.invalidateQueries({ queryKey });
      throw cause;
    }
  }
  const params = (personId: string) => ({ params: { oneOnOneId: record.id, personId } });
  return {
    add: async (person: Named) =>
      change(withReader(record, person), async () => call(routes.addParticipant, params(person.id))),
    remove: async (person: Named) =>
      change(withoutReader(record, person.id), async () => {
        await call(routes.removeParticipant, params(person.id));
        return undefined;
      }),
    /** `go` leads away before the record is forgotten on this page. */
    leave: async (myId: string, go: () => Promise<void>) => {
      await call(routes.removeParticipant, params(myId));
      await go();
      queryClient.removeQueries({ queryKey });
      void refresh(routes.list);
    },
  };
}

function withReader(record: OneOnOne, { id, name }: Named): OneOnOne {
  const reader = { id, name, as: 'participant' as const };
  return {
    ...record,
    participants: [...record.participants, reader],
    readers: isShared(record.state) ? [...record.readers, reader] : record.readers,
  };
}

function withoutReader(record: OneOnOne, id: string): OneOnOne {
  return {
    ...record,
    participants: record.participants.filter((reader) => reader.id !== id),
    readers: record.readers.filter((reader) => reader.id !== id),
  };
}
