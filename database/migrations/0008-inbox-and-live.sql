-- A notice is told twice: by mail, and in the recipient's inbox, where it can be read.

alter table notice add column read_at timestamptz;
alter table notice add column mail_after timestamptz;
comment on column notice.mail_after is 'Not mailed before this: what comes in quick succession is told once.';
create index notice_of_recipient on notice (recipient_id, at desc, id desc);

drop policy notice_add on notice;
create policy notice_add on notice for insert to duologue_web
  with check (
    actor_id = (select app.viewer_id()) and sent_at is null and read_at is null and (
      (one_on_one_id is not null and invitation_id is null and
        (select recipient_id in (o.manager_id, o.employee_id) or recipient_id = any (o.participant_ids)
           from one_on_one o where o.id = one_on_one_id))
      or (one_on_one_id is null and invitation_id is not null and app.invitation_is_for(invitation_id, recipient_id))));
create policy notice_read on notice for select to duologue_web
  using (recipient_id = (select app.viewer_id()));
create policy notice_note_read on notice for update to duologue_web
  using (recipient_id = (select app.viewer_id()))
  with check (recipient_id = (select app.viewer_id()));

create or replace function app.enqueue_notice() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into pgboss.job (name, data, retry_limit, retry_delay, retry_backoff, retry_delay_max,
                          expire_seconds, deletion_seconds, keep_until, policy, start_after)
  select q.name, jsonb_build_object('id', new.id), q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max,
         q.expire_seconds, q.deletion_seconds, now() + make_interval(secs => q.retention_seconds), q.policy,
         coalesce(new.mail_after, now())
    from pgboss.queue q where q.name = 'mail';
  if new.mail_after is null then
    perform pg_notify('pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24), 'mail');
  end if;
  return null;
end
$$;

-- Whether one of this kind still waits to be mailed: the next one need not be mailed as well.
create function app.notice_waits(kind_of text, recipient uuid, one_on_one uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (
    select from public.notice n
     where n.kind = kind_of and n.recipient_id = recipient and n.one_on_one_id = one_on_one
       and n.sent_at is null and n.mail_after > now()
       and n.actor_id = app.viewer_id())
$$;

create table mail_choice (
  person_id  uuid not null references person on delete cascade,
  topic      text not null,
  by_mail    boolean not null,
  primary key (person_id, topic)
);
comment on table mail_choice is 'Where somebody left a default: which topics they want by mail. Topics are listed in the mail feature.';
alter table mail_choice enable row level security;
create policy mail_choice_own on mail_choice for all to duologue_web
  using (person_id = (select app.viewer_id())) with check (person_id = (select app.viewer_id()));
create policy mail_choice_of_all on mail_choice for select to duologue_worker using (true);

-- Live: every change of a record, or of somebody's inbox, is called out in ids when it commits. Who hears it is decided
-- by whoever passes it on, for each listener anew.
create function app.call_out_one_on_one() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  parent uuid;
begin
  if tg_table_name = 'one_on_one' then
    parent := case when tg_op = 'DELETE' then old.id else new.id end;
  else
    parent := case when tg_op = 'DELETE' then old.one_on_one_id else new.one_on_one_id end;
  end if;
  perform pg_notify('duologue_live', 'one-on-one ' || parent || ' ' || replace(tg_table_name, '_', '-'));
  return null;
end
$$;
create trigger one_on_one_live after update or delete on one_on_one
  for each row execute function app.call_out_one_on_one();
create trigger action_item_live after insert or update or delete on action_item
  for each row execute function app.call_out_one_on_one();
create trigger file_live after insert or delete on file
  for each row execute function app.call_out_one_on_one();
create trigger comment_live after insert or update or delete on comment
  for each row execute function app.call_out_one_on_one();
create trigger resolved_thread_live after insert or delete on resolved_thread
  for each row execute function app.call_out_one_on_one();
create trigger addendum_live after insert on addendum
  for each row execute function app.call_out_one_on_one();

create function app.call_out_inbox() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform pg_notify('duologue_live', 'inbox ' || new.recipient_id);
  return null;
end
$$;
create trigger notice_live after insert or update of read_at on notice
  for each row execute function app.call_out_inbox();
