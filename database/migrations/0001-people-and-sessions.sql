-- People, teams, sign-in. No tenant column anywhere: one installation serves one organisation.
-- duologue_web, duologue_signin and duologue_worker stand for this database's three login roles;
-- the runner puts their real names in. What each may touch is in database/grants.sql.

create schema app;

create table person (
  id          uuid primary key,
  name        text not null check (name <> ''),
  active      boolean not null default true,
  has_login   boolean not null default false,
  is_admin    boolean not null default false,
  created_at  timestamptz not null default now()
);
create index person_by_name on person (lower(name), id);
comment on column person.has_login is 'Login access: an admin has let this person sign in. Says nothing about a password.';

create table person_address (
  person_id  uuid primary key references person on delete cascade,
  email      text not null check (email = lower(email))
);
create unique index person_address_email on person_address (email);
comment on table person_address is 'Apart from person, because every signed-in person may read names and nobody but an admin and the person themself may read addresses.';

create table team (
  id          uuid primary key,
  name        text not null check (name <> ''),
  created_at  timestamptz not null default now()
);

create index team_by_name on team (lower(name), id);

create table team_member (
  team_id    uuid not null references team on delete cascade,
  person_id  uuid not null references person on delete cascade,
  primary key (team_id, person_id)
);
create index team_member_person on team_member (person_id, team_id);

create table team_manager (
  team_id    uuid not null references team on delete cascade,
  person_id  uuid not null references person on delete cascade,
  primary key (team_id, person_id)
);
create index team_manager_person on team_manager (person_id, team_id);

create table credential (
  person_id      uuid primary key references person on delete cascade,
  password_hash  text not null,
  changed_at     timestamptz not null default now()
);
comment on table credential is 'Read by the sign-in role alone.';

create table session (
  id            uuid primary key,
  person_id     uuid not null references person on delete cascade,
  token_hash    bytea not null,
  device        text not null default '',
  created_at    timestamptz not null default now(),
  last_seen_at  timestamptz not null default now()
);
create unique index session_token_hash on session (token_hash);
create index session_person on session (person_id);
comment on column session.token_hash is 'SHA-256 of the cookie''s token; the token itself is stored nowhere.';

create table invitation (
  id          uuid primary key,
  person_id   uuid references person on delete cascade,
  created_at  timestamptz not null default now(),
  expires_at  timestamptz not null,
  used_at     timestamptz
);
create index invitation_person on invitation (person_id);
comment on table invitation is 'Its link is the id with a proof that only who has the secret key can make: nothing here is worth stealing, and nobody who writes here chooses a link.';
comment on column invitation.person_id is 'Null: the one-time link that creates the first admin.';

create table sign_in_attempt (
  key           text not null,
  window_start  timestamptz not null,
  failures      integer not null,
  primary key (key, window_start)
);
comment on column sign_in_attempt.key is 'A keyed hash of the account or of the network address; neither in clear.';

-- Functions that every request asks have atomic bodies: bound when they are made, they need no search_path of their
-- own, which would cost more than what they look up.

-- Who is asking. The setting holds the session's token, not an identity: a forged setting gives nothing.

create function app.viewer_id() returns uuid
language sql stable security definer
begin atomic
  select s.person_id
    from public.session s
   where s.token_hash = sha256(convert_to(nullif(current_setting('app.session_token', true), ''), 'UTF8'))
     and s.last_seen_at > now() - interval '7 days'
     and s.created_at > now() - interval '30 days';
end;
comment on function app.viewer_id() is
  'The signed-in person, or null. Idle after 7 days, over after 30; deactivation deletes the sessions. Every policy asks this, several times a statement: an atomic body needs no search_path of its own, and one table is half the cost of two.';

create function app.viewer_is_admin() returns boolean
language sql stable security definer
begin atomic
  select coalesce((select p.is_admin from public.person p where p.id = app.viewer_id()), false);
end;

create function app.begin_request(token text)
returns table (id uuid, name text, is_admin boolean, session_id uuid, is_stale boolean)
language sql volatile security definer
begin atomic
  select set_config('app.session_token', coalesce(token, ''), true);
  select p.id, p.name, p.is_admin, s.id, s.last_seen_at < now() - interval '5 minutes'
    from public.session s
    join public.person p on p.id = s.person_id and p.active and p.has_login
   where s.token_hash = sha256(convert_to(nullif(token, ''), 'UTF8'))
     and s.last_seen_at > now() - interval '7 days'
     and s.created_at > now() - interval '30 days';
end;
comment on function app.begin_request(text) is 'First statement of every request''s transaction. is_stale asks the caller to note that the session was seen.';

-- Within a definer function the session's own role tells a command on the server from a request.
create function app.asks_as_owner() returns boolean
language sql stable security definer
begin atomic
  select session_user = current_user;
end;

create function app.manages(manager uuid, employee uuid) returns boolean
language sql stable security definer
begin atomic
  select manager <> employee and (app.viewer_id() in (manager, employee) or session_user = current_user) and exists (
    select from public.team_manager tm
      join public.team_member m on m.team_id = tm.team_id
      join public.person a on a.id = tm.person_id and a.active
      join public.person b on b.id = m.person_id and b.active
     where tm.person_id = manager and m.person_id = employee);
end;

create function app.managed_people() returns table (id uuid, name text, has_login boolean)
language sql stable security definer
begin atomic
  select distinct b.id, b.name, b.has_login
    from public.team_manager tm
    join public.person a on a.id = tm.person_id and a.active
    join public.team_member m on m.team_id = tm.team_id
    join public.person b on b.id = m.person_id and b.active
   where tm.person_id = app.viewer_id() and b.id <> tm.person_id;
end;

create function app.viewer_manages_a_team() returns boolean
language sql stable security definer
begin atomic
  select exists (select from public.team_manager tm where tm.person_id = app.viewer_id());
end;

create function app.admins() returns table (id uuid, name text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select p.id, p.name from public.person p
   where p.is_admin and p.active and p.has_login and app.viewer_id() is not null
$$;

create function app.has_admin() returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from public.person p where p.is_admin and p.active and p.has_login)
$$;

create function app.is_only_admin(person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce((select array_agg(p.id) = array[person] from public.person p where p.is_admin), false)
$$;

create function app.has_password(person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select (app.viewer_is_admin() or app.asks_as_owner())
     and exists (select from public.credential c where c.person_id = person)
$$;
comment on function app.has_password(uuid) is 'Nobody but the person changes the address of an account that has a password.';

-- Whoever holds the address of somebody without a password can be invited into what they may read. So an admin
-- changes it only while there is neither a password nor anything to read.
create function app.address_may_change(person uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return app.viewer_is_admin()
     and not app.has_password(person)
     and not exists (select from public.one_on_one o where o.employee_id = person and o.state <> 'draft');
end
$$;

create function app.may_be_invited(person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select app.viewer_is_admin() and exists (
    select from public.person p
      join public.person_address a on a.person_id = p.id
     where p.id = person and p.active and p.has_login
       and not exists (select from public.credential c where c.person_id = p.id))
$$;
comment on function app.may_be_invited(uuid) is 'An invitation works only for someone who never had a password: it must never be a way into an account.';

-- When it ends is not the caller's to say. Answers that time, or null where nobody can be invited.
create function app.invite(invitation uuid, person uuid) returns timestamptz
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  ends timestamptz := date_trunc('milliseconds', now()) + interval '7 days';
begin
  if not app.may_be_invited(person) then
    return null;
  end if;
  delete from public.invitation i where i.person_id = person and i.used_at is null;
  insert into public.invitation (id, person_id, expires_at) values (invitation, person, ends);
  return ends;
end
$$;

create function app.invitation_is_for(invitation uuid, person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select app.viewer_is_admin() and exists (
    select from public.invitation i where i.id = invitation and i.person_id = person and i.used_at is null)
$$;

-- A link that went to another address must not work any more.
create function app.revoke_invitations_of_address() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  delete from public.invitation i where i.person_id = old.person_id and i.used_at is null;
  return null;
end
$$;
create trigger address_changed after update or delete on person_address
  for each row execute function app.revoke_invitations_of_address();

-- All sessions of somebody who is deactivated, or loses login access, end at once and for good.
create function app.end_sessions_of_the_locked_out() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  delete from public.session s where s.person_id = new.id;
  delete from public.invitation i where i.person_id = new.id and i.used_at is null;
  return null;
end
$$;
create trigger person_locked_out after update of active, has_login on person
  for each row when ((old.active and not new.active) or (old.has_login and not new.has_login))
  execute function app.end_sessions_of_the_locked_out();

-- Nor can one begin meanwhile: the lock makes a sign-in and a deactivation at the same moment wait for each other.
create function app.refuse_session_of_the_locked_out() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform from public.person p where p.id = new.person_id and p.active and p.has_login for share;
  if not found then
    raise exception 'this person cannot sign in' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger session_begins before insert or update of person_id on session
  for each row execute function app.refuse_session_of_the_locked_out();

alter table person enable row level security;
alter table person_address enable row level security;
alter table team enable row level security;
alter table team_member enable row level security;
alter table team_manager enable row level security;

create policy person_read on person for select to duologue_web
  using ((select app.viewer_id()) is not null);
create policy person_add on person for insert to duologue_web
  with check ((select app.viewer_is_admin()));
create policy person_change on person for update to duologue_web
  using ((select app.viewer_is_admin()));

create policy address_read on person_address for select to duologue_web
  using (person_id = (select app.viewer_id()) or (select app.viewer_is_admin()));
create policy address_add on person_address for insert to duologue_web
  with check ((select app.viewer_is_admin()) and app.address_may_change(person_id));
create policy address_change on person_address for update to duologue_web
  using ((select app.viewer_is_admin()) and app.address_may_change(person_id));
create policy address_remove on person_address for delete to duologue_web
  using ((select app.viewer_is_admin()) and app.address_may_change(person_id));

create policy team_all on team for all to duologue_web using ((select app.viewer_is_admin()));
create policy team_member_all on team_member for all to duologue_web using ((select app.viewer_is_admin()));
create policy team_manager_all on team_manager for all to duologue_web using ((select app.viewer_is_admin()));

-- The sign-in role needs names, addresses and who is active; the worker needs whom to write to.
create policy person_sign_in on person for select to duologue_signin, duologue_worker using (true);
create policy address_sign_in on person_address for select to duologue_signin, duologue_worker using (true);

-- The one-time link makes the first admin; as soon as there is one, the door is shut.
create policy person_first_admin on person for insert to duologue_signin
  with check (is_admin and active and has_login and not app.has_admin());
create policy address_first_admin on person_address for insert to duologue_signin
  with check (not exists (select from credential c where c.person_id = person_address.person_id)
              and app.is_only_admin(person_id));

create table installation_note (
  key    text primary key,
  value  text not null
);
comment on table installation_note is 'What the program notes about itself, such as how far the demo was filled. Read by the owner alone.';
