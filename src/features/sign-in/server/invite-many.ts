import type { Context } from '../../../server/http/serve.ts';
import { refuseOthers, tryToInvite } from './invite-person.ts';

/** Those who can be invited are; of the others it says that they cannot. */
export async function inviteMany(
  context: Context,
  personIds: readonly string[],
): Promise<{ invited: string[]; notInvited: string[] }> {
  refuseOthers(context);
  const invited: string[] = [];
  for (const personId of new Set(personIds)) {
    if ((await tryToInvite(context, personId)) !== null) invited.push(personId);
  }
  return { invited, notInvited: personIds.filter((id) => !invited.includes(id)) };
}
