import type { Context } from '../../../server/http/serve.ts';
import type { EventKind } from '../domain/states.ts';

/** `reader_added` is for the employee; the participant hears of their own part. */
type Told = EventKind | 'deleted' | 'reader_added';

/** By mail, content-free. Whoever is told has to be a reader at this moment. */
export async function tellReaders(
  { db, viewer, now, announce }: Context,
  oneOnOneId: string,
  of: Told,
  recipientIds: readonly string[],
): Promise<void> {
  for (const recipientId of recipientIds) {
    await announce(db, {
      kind: `one-on-one.${of.replaceAll('_', '-')}`,
      recipientId,
      actorId: viewer.id,
      oneOnOneId,
      invitationId: null,
      at: now,
    });
  }
}
