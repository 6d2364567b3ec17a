import { sql } from 'kysely';
import type pg from 'pg';
import type { Db } from '../../../server/database/query.ts';
import { dbOn } from '../../../server/database/query.ts';
import { inTransaction } from '../../../server/database/transaction.ts';
import { isMailKind, messageFor } from '../domain/messages.ts';
import type { MeetingAhead } from '../domain/meetings-ahead.ts';
import type { DueCounts, MailKind } from '../domain/messages.ts';
import { pageOf } from '../domain/pages.ts';
import { topicOf } from '../domain/topics.ts';
import { renderHtml, renderText } from '../domain/render.ts';
import type { AboutMeetings, Invitation } from '../domain/invitations.ts';
import type { MailTransport } from './transport.ts';

export interface MailSettings {
  worker: pg.Pool;
  transport: MailTransport;
  from: { name: string; address: string };
  baseUrl: URL;
  /** Made by the sign-in feature: a link that is good for one purpose, from an id. */
  linkTo: (purpose: 'invitation' | 'password-reset' | 'address-change', id: string) => string;
  /** Of the reminders feature: how many action items of theirs are due. */
  dueCounts: (db: Db, personId: string) => Promise<DueCounts>;
  /** Of the reminders feature: what a notice told of that still stands. */
  meetingsAhead: (db: Db, noticeId: string) => Promise<MeetingAhead[]>;
  /** Of the calendar feature: what a notice says to the recipient's calendar; null where that is nothing. */
  invitation: (db: Db, notice: AboutMeetings) => Promise<Invitation | null>;
  clock: () => Date;
}

interface NoticeRow {
  id: string;
  kind: string;
  recipient_id: string;
  one_on_one_id: string | null;
  series_id: string | null;
  meeting_slot: string | null;
  invitation_id: string | null;
  reset_id: string | null;
  address_change_id: string | null;
  /** Whose numbers it is about. */
  person_id: string | null;
  person_name: string | null;
  /** How many targets of theirs were hit at that time. */
  hits: number;
  recipient_name: string;
  recipient_email: string | null;
  may_be_told: boolean;
  /** The topics that the recipient does not want by mail. */
  declined: string[];
  actor_name: string | null;
}

/**
 * Sends, then marks. A crash in between sends it again: better twice, with the same Message-ID, than never.
 * The row stays locked meanwhile: a second worker waits, and then finds it sent.
 */
export async function sendNotice(settings: MailSettings, noticeId: string): Promise<void> {
  await inTransaction(settings.worker, async (db) => {
    const notice = await lockUnsent(db, noticeId);
    if (notice === undefined) return;
    if (notice.recipient_email !== null && notice.may_be_told && isWanted(notice)) {
      const about = await aboutOf(settings, db, notice);
      // What was done or called off in the meantime is not told of.
      const isEmpty =
        (about.due?.tomorrow === 0 && about.due.overdue === 0) ||
        about.ahead?.length === 0 ||
        (notice.kind === 'calendar.updated' && about.invitation === null);
      if (!isEmpty) await send(settings, notice, notice.recipient_email, about);
    }
    await db.run(sql`update notice set sent_at = ${settings.clock()} where id = ${noticeId}`);
  });
}

/**
 * After a start: whatever a crash left unsent, oldest first. One that its mail server refuses holds none of the
 * others up. Answers how many have left.
 */
export async function sendLeftovers(
  settings: MailSettings,
  onFailure: (error: unknown) => void,
): Promise<number> {
  const rows = await dbOn(settings.worker).all(
    sql<{ id: string }>`select id from notice
         where sent_at is null and (mail_after is null or mail_after <= now()) order by at, id`,
  );
  let sent = 0;
  for (const row of rows) {
    if (settings.worker.ending) break;
    try {
      await sendNotice(settings, row.id);
      sent += 1;
    } catch (error) {
      onFailure(error);
    }
  }
  return sent;
}

async function lockUnsent(db: Db, noticeId: string): Promise<NoticeRow | undefined> {
  return db.first(sql<NoticeRow>`
    select n.id, n.kind, n.recipient_id, n.one_on_one_id, n.series_id, n.meeting_slot, n.invitation_id, n.reset_id, n.address_change_id, p.name as recipient_name,
           n.person_id, whose.name as person_name,
           (select count(*)::int from target_hit h where h.person_id = n.person_id and h.hit_at = n.at) as hits,
           case n.kind when 'person.address-changed' then c.old_email
                       when 'person.recovery-finished' then r.old_email
                       else a.email end as recipient_email,
           (p.active and p.has_login or n.kind = 'person.recovery-started')
             and (n.person_id is null or n.person_id = n.recipient_id
                  or app.pair_stands(n.recipient_id, n.person_id)) as may_be_told, actor.name as actor_name,
           array(select m.topic from mail_choice m where m.person_id = n.recipient_id and not m.by_mail) as declined
      from notice n
      join person p on p.id = n.recipient_id
      left join person_address a on a.person_id = p.id
      left join person actor on actor.id = n.actor_id
      left join person whose on whose.id = n.person_id
      left join address_change c on c.id = n.address_change_id
      left join recovery r on r.id = n.recovery_id
     where n.id = ${noticeId} and n.sent_at is null
       for update of n`);
}

/** What is found out when the mail is made, so that one that waited says how things are now. */
interface About {
  due?: DueCounts;
  ahead?: MeetingAhead[];
  invitation?: Invitation | null;
}

async function aboutOf(settings: MailSettings, db: Db, notice: NoticeRow): Promise<About> {
  const { kind, recipient_id, series_id, meeting_slot } = notice;
  if (kind === 'action-items.due') return { due: await settings.dueCounts(db, recipient_id) };
  if (kind === 'meetings.ahead') return { ahead: await settings.meetingsAhead(db, notice.id) };
  if (series_id === null) return {};
  return { invitation: await settings.invitation(db, { recipient_id, series_id, meeting_slot }) };
}

/** What nobody can switch off has no topic. */
function isWanted({ kind, declined }: NoticeRow): boolean {
  const topic = isMailKind(kind) ? topicOf(kind) : null;
  return topic === null || !declined.includes(topic);
}

async function send(
  settings: MailSettings,
  notice: NoticeRow,
  address: string,
  { due, ahead, invitation }: About,
): Promise<void> {
  if (!isMailKind(notice.kind)) return;
  const [only] = ahead?.length === 1 ? ahead : [];
  const message = messageFor(notice.kind, {
    recipientName: notice.recipient_name,
    actorName: notice.actor_name ?? 'Somebody',
    personName: notice.person_id === notice.recipient_id ? null : notice.person_name,
    hits: notice.hits,
    link: only?.link ?? linkOf(settings, notice.kind, notice),
    ...(due && { due }),
    ...(ahead && { ahead }),
    ...(invitation && { invitation }),
  });
  await settings.transport.send({
    noticeId: notice.id,
    // The same for every try, so that a duplicate after a crash can be recognised.
    messageId: `<${notice.id}@${settings.baseUrl.hostname}>`,
    from: settings.from,
    to: { name: notice.recipient_name, address },
    subject: message.subject,
    text: renderText(notice.recipient_name, message),
    html: renderHtml(notice.recipient_name, message),
    headers: { 'X-Duologue-Event': notice.kind, 'Auto-Submitted': 'auto-generated' },
    ...(invitation && {
      icalEvent: { method: invitation.method, content: invitation.content, filename: 'invite.ics' },
    }),
  });
}

function linkOf(settings: MailSettings, kind: MailKind, notice: NoticeRow): string | null {
  if (notice.kind === 'person.address-changed') return null;
  if (notice.invitation_id !== null) return settings.linkTo('invitation', notice.invitation_id);
  if (notice.reset_id !== null) return settings.linkTo('password-reset', notice.reset_id);
  if (notice.address_change_id !== null) return settings.linkTo('address-change', notice.address_change_id);
  const page = pageOf(kind, {
    oneOnOneId: notice.one_on_one_id,
    seriesId: notice.series_id,
    personId: notice.person_id,
  });
  return page === null ? null : new URL(page, settings.baseUrl).href;
}
