import { sql } from 'kysely';
import type { Reader } from '../../../server/database/query.ts';
import { isVisible } from '../../one-on-ones/server/one-on-one-reach.ts';
import { problem } from '../../../shared/problems.ts';
import type { ExportedPerson } from '../domain/exported-person.ts';

type Rows<Part extends keyof ExportedPerson> = ExportedPerson[Part] extends (infer Row)[] ? Row : never;

/** What the person wrote, was told and has to do, as far as they may read it now. */
export async function loadPerson(db: Reader, now: Date): Promise<ExportedPerson> {
  const me = sql`(select app.viewer_id())`;
  const profile = await db.first(sql<ExportedPerson['profile']>`
    select p.id, p.name, a.email, p.time_zone as "timeZone", p.language, p.is_admin as "isAdmin",
           p.created_at as since, app.sign_in_since(p.id) as "signInSince"
      from person p left join person_address a on a.person_id = p.id where p.id = ${me}`);
  const devices = await db.all(sql<Rows<'devices'>>`
    select device, signed_in_on as "signedInOn", last_used_on as "lastUsedOn" from app.my_devices()`);
  const mailChoices = await db.all(sql<Rows<'mailChoices'>>`
    select topic, by_mail as "byMail" from mail_choice where person_id = ${me} order by topic`);
  const actionItems = await db.all(sql<Rows<'actionItems'>>`
    select o.id as "oneOnOneId", a.text, a.due_on as "dueOn", a.done_at as "doneAt", a.dropped_at as "droppedAt",
           a.dropped_reason as "droppedReason"
      from action_item a join one_on_one o on o.id = a.one_on_one_id
     where a.owner_id = ${me} and ${isVisible} order by a.due_on, a.id`);
  const comments = await db.all(sql<Rows<'comments'>>`
    select o.id as "oneOnOneId", c.created_at as at, c.edited_at as "editedAt", c.body as text
      from comment c join one_on_one o on o.id = c.one_on_one_id
     where c.author_id = ${me} and ${me} in (o.manager_id, o.employee_id) and ${isVisible}
     order by c.created_at, c.id`);
  const privateNotes = await db.all(sql<Rows<'privateNotes'>>`
    select o.id as "oneOnOneId", n.updated_at as "updatedAt", n.body as text
      from private_note n join one_on_one o on o.id = n.one_on_one_id
     where n.author_id = ${me} and ${isVisible} order by n.updated_at, o.id`);
  const talkingPoints = await db.all(sql<Rows<'talkingPoints'>>`
    select t.series_id as "seriesId", t.kind, t.shared, t.raised_at as "raisedAt", t.body as text,
           (select n.body from point_note n where n.point_id = t.id and n.author_id = ${me}) as "privateNote"
      from talking_point t where t.author_id = ${me} order by t.raised_at, t.id`);
  const updates = await db.all(sql<Rows<'updates'>>`
    select p.series_id as "seriesId", p.updated_at as "updatedAt", p.sent_at as "sentAt", p.update, p.answers, p.asked
      from preparation p where p.employee_id = ${me} order by p.created_at, p.id`);
  const targets = await db.all(sql<Rows<'targets'>>`
    select k.name as kpi, a.team_id is not null as "ofTeam", a.period, a.value::float as value,
           a.valid_from as "from", a.valid_to as "to"
      from app.targets_binding(${me}) a join kpi k on k.id = a.kpi_id
     order by lower(k.name), a.period, a.valid_from`);
  const notices = await db.all(sql<Rows<'notices'>>`
    select n.kind, n.at, n.read_at as "readAt",
           (select o.id from one_on_one o where o.id = n.one_on_one_id and ${isVisible}) as "oneOnOneId"
      from notice n where n.recipient_id = ${me} order by n.at, n.id`);
  if (profile === undefined) throw problem('signed_out');
  return {
    format: 'duologue-about-me',
    version: 1,
    exportedAt: now.toISOString(),
    profile,
    devices,
    mailChoices,
    actionItems,
    comments,
    privateNotes,
    talkingPoints,
    updates,
    targets,
    notices,
  };
}
