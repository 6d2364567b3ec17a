import { build } from '../../../server/database/query.ts';
import type { Announce } from '../../../server/events/announce.ts';
import { newId } from '../../../server/ids.ts';
import { isMailKind } from '../domain/messages.ts';

/** Listens to what happens: a notice in the same transaction, which a job mails later. */
export const writeNotice: Announce = async (db, announcement) => {
  if (!isMailKind(announcement.kind)) return;
  await db.run(
    build.insertInto('notice').values({
      id: newId(),
      kind: announcement.kind,
      recipient_id: announcement.recipientId,
      actor_id: announcement.actorId,
      one_on_one_id: announcement.oneOnOneId,
      invitation_id: announcement.invitationId,
      series_id: announcement.seriesId ?? null,
      meeting_slot: announcement.meetingSlot ?? null,
      at: announcement.at,
      mail_after: announcement.mailAfter ?? null,
    }),
  );
};
