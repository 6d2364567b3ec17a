-- A long export reads for a person when their request is long over. What it may use is a grant: a session of its own,
-- under the one that asked, good for an hour, gone with it, and no cookie.

alter table session
  add column parent_id uuid references session on delete cascade,
  add column expires_at timestamptz,
  add check ((parent_id is null) = (expires_at is null));
create index session_parent on session (parent_id) where parent_id is not null;
comment on column session.parent_id is 'Of a grant, the session in whose request it was made: it ends with that.';
comment on column session.expires_at is 'Of a grant alone. A session of a browser ends by app.viewer_id()''s own limits.';

create or replace function app.viewer_id() returns uuid
language sql stable security definer
begin atomic
  select s.person_id
    from public.session s
   where s.token_hash = sha256(convert_to(nullif(current_setting('app.session_token', true), ''), 'UTF8'))
     and s.last_seen_at > now() - interval '7 days'
     and s.created_at > now() - interval '30 days'
     and (s.expires_at is null or s.expires_at > now());
end;

create or replace function app.begin_request(token text)
returns table (id uuid, name text, is_admin boolean, session_id uuid, is_stale boolean)
language sql volatile security definer
begin atomic
  select set_config('app.session_token', coalesce(token, ''), true);
  select p.id, p.name, p.is_admin, s.id, s.last_seen_at < now() - interval '5 minutes'
    from public.session s
    join public.person p on p.id = s.person_id and p.active and p.has_login
   where s.token_hash = sha256(convert_to(nullif(token, ''), 'UTF8'))
     and s.last_seen_at > now() - interval '7 days'
     and s.created_at > now() - interval '30 days'
     and s.expires_at is null;
end;
comment on function app.begin_request(text) is
  'First statement of every request''s transaction. is_stale asks the caller to note that the session was seen. A grant is refused: its token is no cookie.';

create function app.begin_grant(token text)
returns table (id uuid, name text, is_admin boolean, session_id uuid, is_stale boolean)
language sql volatile security definer
begin atomic
  select set_config('app.session_token', coalesce(token, ''), true);
  select p.id, p.name, p.is_admin, s.id, false
    from public.session s
    join public.session parent on parent.id = s.parent_id and parent.person_id = s.person_id
    join public.person p on p.id = s.person_id and p.active and p.has_login
   where s.token_hash = sha256(convert_to(nullif(token, ''), 'UTF8'))
     and s.expires_at > now()
     and parent.last_seen_at > now() - interval '7 days'
     and parent.created_at > now() - interval '30 days';
end;
comment on function app.begin_grant(text) is
  'What app.begin_request() is to requests, to a job: takes a grant alone, while the session that it was made under is alive.';

create table export_job (
  id          uuid primary key,
  person_id   uuid not null references person on delete cascade,
  what        text not null check (what in ('everything', 'about-me')),
  format      text not null check (format in ('pdf', 'md', 'json')),
  paper       text not null check (paper in ('a4', 'letter')),
  state       text not null default 'waiting' check (state in ('waiting', 'running', 'ready', 'failed')),
  done        integer not null default 0,
  total       integer not null default 0,
  created_at  timestamptz not null default date_trunc('milliseconds', now()),
  expires_at  timestamptz not null default date_trunc('milliseconds', now()) + interval '1 day'
);
create unique index export_job_under_way on export_job (person_id) where state in ('waiting', 'running');
create index export_job_person on export_job (person_id, created_at desc);
comment on table export_job is 'An archive that somebody asked for: that it was, and how far it is, never what is in it. Its grant and its file have its id.';

alter table export_job enable row level security;
create policy export_job_read on export_job for select to duologue_web
  using (person_id = (select app.viewer_id()));
create policy export_job_add on export_job for insert to duologue_web
  with check (person_id = (select app.viewer_id()) and state = 'waiting');
create policy export_job_remove on export_job for delete to duologue_web
  using (person_id = (select app.viewer_id()));

-- Only for an export of one's own that waits, only under the session that asks, and never under a grant.
create function app.mint_grant(grant_id uuid, token_hash bytea) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  insert into public.session (id, person_id, token_hash, device, parent_id, expires_at)
  select j.id, s.person_id, mint_grant.token_hash, '', s.id, now() + interval '1 hour'
    from public.session s
    join public.export_job j on j.id = mint_grant.grant_id and j.person_id = s.person_id and j.state = 'waiting'
   where s.token_hash = sha256(convert_to(nullif(current_setting('app.session_token', true), ''), 'UTF8'))
     and s.person_id = app.viewer_id() and s.expires_at is null;
  if not found then
    raise exception 'a grant is for an export of one''s own' using errcode = 'insufficient_privilege';
  end if;
end
$$;

-- As with notices: the job is written with what it is for, by who needs no access to jobs. It holds the id alone.
create function app.enqueue_export() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into pgboss.job (name, data, retry_limit, retry_delay, retry_backoff, retry_delay_max,
                          expire_seconds, heartbeat_seconds, deletion_seconds, keep_until, policy)
  select q.name, jsonb_build_object('id', new.id), q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max,
         q.expire_seconds, q.heartbeat_seconds, q.deletion_seconds,
         now() + make_interval(secs => q.retention_seconds), q.policy
    from pgboss.queue q where q.name = 'exports';
  perform pg_notify('pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24), 'exports');
  return null;
end
$$;
create trigger export_enqueued after insert on export_job
  for each row execute function app.enqueue_export();

-- By the worker, since a job whose grant is dead must still be able to say that it failed. False: nobody wants it any more.
create function app.note_export(job uuid, state text, done integer, total integer) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  update public.export_job j
     set state = note_export.state, done = note_export.done, total = note_export.total,
         expires_at = case note_export.state when 'ready' then now() + interval '1 day' else j.expires_at end
   where j.id = note_export.job and j.state in ('waiting', 'running');
  -- The grant has nothing left to do.
  if note_export.state in ('ready', 'failed') or not found then
    delete from public.session s where s.id = note_export.job and s.expires_at is not null;
  end if;
  return exists (select from public.export_job j where j.id = note_export.job and j.state = note_export.state);
end
$$;

create function app.end_grant_of_export() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  delete from public.session s where s.id = old.id and s.expires_at is not null;
  return null;
end
$$;
create trigger export_ended after delete on export_job
  for each row execute function app.end_grant_of_export();

-- What stands under way for longer than a grant lives was lost with its process; what is a day old goes. Of the ids of
-- archives, answers those whose export is gone.
create function app.sweep_exports(archives uuid[]) returns setof uuid
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  update public.export_job j set state = 'failed'
   where j.state in ('waiting', 'running') and j.created_at < now() - interval '70 minutes';
  delete from public.export_job j where j.expires_at < now();
  return query select a from unnest(archives) a where not exists (select from public.export_job j where j.id = a);
end
$$;

-- For the archive of what is kept about somebody: on which device they are signed in, and on which days.
create function app.my_devices() returns table (device text, signed_in_on date, last_used_on date)
language sql stable security definer set search_path = pg_catalog, public as $$
  select s.device, s.created_at::date, s.last_seen_at::date from public.session s
   where s.person_id = app.viewer_id() and s.expires_at is null
   order by s.created_at, s.id
$$;

create or replace function app.throw_away_old(at timestamptz) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  gone integer;
  total integer := 0;
begin
  delete from public.notice n
   where n.at < throw_away_old.at - interval '180 days' and n.sent_at is not null and n.read_at is not null;
  get diagnostics gone = row_count;
  total := total + gone;
  delete from public.session s
   where s.last_seen_at < throw_away_old.at - interval '7 days' or s.created_at < throw_away_old.at - interval '30 days'
      or s.expires_at < throw_away_old.at;
  get diagnostics gone = row_count;
  total := total + gone;
  delete from public.sign_in_attempt a where a.window_start < throw_away_old.at - interval '1 day';
  get diagnostics gone = row_count;
  total := total + gone;
  delete from public.reminder_sent r where r.sent_on < throw_away_old.at::date - 30;
  get diagnostics gone = row_count;
  return total + gone;
end
$$;
