-- What has to be told by mail. A notice is written in the transaction of the change it tells of, so that
-- none is missing after a crash; a job mails it. It holds ids and a kind, never content.

create table notice (
  id             uuid primary key,
  kind           text not null,
  recipient_id   uuid not null references person on delete cascade,
  actor_id       uuid references person on delete cascade,
  one_on_one_id  uuid,
  invitation_id  uuid references invitation on delete cascade,
  at             timestamptz not null,
  sent_at        timestamptz
);
create index notice_unsent on notice (at) where sent_at is null;
comment on column notice.one_on_one_id is 'No foreign key: the notice of a deletion outlives the one-on-one.';

alter table notice enable row level security;

create policy notice_add on notice for insert to duologue_web
  with check (
    actor_id = (select app.viewer_id()) and sent_at is null and (
      (one_on_one_id is not null and invitation_id is null and
        (select recipient_id in (o.manager_id, o.employee_id) from one_on_one o where o.id = one_on_one_id))
      or (one_on_one_id is null and invitation_id is not null and app.invitation_is_for(invitation_id, recipient_id))));
create policy notice_send on notice for all to duologue_worker using (true);

-- A notice and the job that mails it are one write: the trigger enqueues in the same transaction, so the
-- role that serves requests needs no access to the jobs.
create function app.enqueue_notice() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into pgboss.job (name, data, retry_limit, retry_delay, retry_backoff, retry_delay_max,
                          expire_seconds, deletion_seconds, keep_until, policy)
  select q.name, jsonb_build_object('id', new.id), q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max,
         q.expire_seconds, q.deletion_seconds, now() + make_interval(secs => q.retention_seconds), q.policy
    from pgboss.queue q where q.name = 'mail';
  perform pg_notify('pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24), 'mail');
  return null;
end
$$;
create trigger notice_enqueued after insert on notice
  for each row execute function app.enqueue_notice();
