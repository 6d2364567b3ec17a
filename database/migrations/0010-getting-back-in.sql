-- Getting back in: a new password by mail, a new address confirmed by the old one, and recovery where the mailbox is lost.
-- No way of it lets an admin in.

alter table credential add column created_at timestamptz not null default now();
update credential set created_at = changed_at;
comment on column credential.created_at is 'Since when the sign-in exists: shown to the person and to who manages them.';

create table password_reset (
  id          uuid primary key,
  person_id   uuid not null references person on delete cascade,
  created_at  timestamptz not null default now(),
  expires_at  timestamptz not null,
  used_at     timestamptz
);
create index password_reset_of_person on password_reset (person_id, created_at);
comment on table password_reset is 'Its link is the id with a proof, as an invitation''s is.';

create table address_change (
  id            uuid primary key,
  person_id     uuid not null references person on delete cascade,
  old_email     text not null,
  new_email     text not null check (new_email = lower(new_email)),
  created_at    timestamptz not null default now(),
  expires_at    timestamptz not null,
  confirmed_at  timestamptz
);
create index address_change_of_person on address_change (person_id);

create table recovery (
  id           uuid primary key,
  person_id    uuid not null references person on delete cascade,
  old_email    text,
  new_email    text not null check (new_email = lower(new_email)),
  started_by   uuid not null references person,
  started_at   timestamptz not null default now(),
  due_at       timestamptz not null,
  ended_at     timestamptz,
  outcome      text check (outcome in ('done', 'objected', 'cancelled', 'impossible')),
  check ((ended_at is null) = (outcome is null))
);
create unique index recovery_open on recovery (person_id) where ended_at is null;
comment on table recovery is 'An admin asked to give somebody a new address. Who objected is kept nowhere: it would say who meets whom.';

alter table notice
  add column reset_id uuid references password_reset on delete cascade,
  add column address_change_id uuid references address_change on delete cascade,
  add column recovery_id uuid references recovery on delete cascade;

alter table password_reset enable row level security;
alter table address_change enable row level security;
alter table recovery enable row level security;

create policy password_reset_sign_in on password_reset for all to duologue_signin using (true);
create policy address_change_sign_in on address_change for all to duologue_signin
  using (person_id = (select app.viewer_id())) with check (person_id = (select app.viewer_id()));
create policy address_change_mail on address_change for select to duologue_worker using (true);
create policy recovery_mail on recovery for select to duologue_worker using (true);

-- Whom a person shares one-on-ones with, participants too.
create function app.shares_with(person uuid, other uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select person <> other and exists (
    select from public.one_on_one o
     where o.state <> 'draft'
       and array[person, other] <@ (array[o.manager_id, o.employee_id] || o.participant_ids))
$$;

-- For whoever forgot a password. Says nothing: whether there is such an address stays unknown.
create function app.ask_password_reset(reset uuid, notice uuid, address text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  whom uuid;
begin
  select p.id into whom
    from public.person_address a join public.person p on p.id = a.person_id
    join public.credential c on c.person_id = p.id
   where a.email = lower(address) and p.active and p.has_login;
  if whom is null
     or (select count(*) from public.password_reset r where r.person_id = whom and r.created_at > now() - interval '1 hour') >= 3 then
    return;
  end if;
  insert into public.password_reset (id, person_id, expires_at) values (reset, whom, now() + interval '1 hour');
  insert into public.notice (id, kind, recipient_id, at, reset_id, read_at)
  values (notice, 'person.password-reset', whom, now(), reset, now());
end
$$;

-- A notice to oneself about one's own sign-in.
create function app.notify_of_sign_in(notice uuid, kind_of text, address_change uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if app.viewer_id() is null or kind_of not in ('person.password-changed', 'person.address-change-asked', 'person.address-changed')
     or (address_change is not null and not exists (
       select from public.address_change c where c.id = address_change and c.person_id = app.viewer_id())) then
    raise exception 'no such notice' using errcode = 'restrict_violation';
  end if;
  insert into public.notice (id, kind, recipient_id, actor_id, at, address_change_id, read_at)
  values (notice, kind_of, app.viewer_id(), app.viewer_id(), now(), address_change, now());
end
$$;

-- The new address takes effect for whoever asked for it, once, in time.
create function app.confirm_address_change(change uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  wanted public.address_change;
begin
  update public.address_change c set confirmed_at = now()
   where c.id = change and c.person_id = app.viewer_id() and c.confirmed_at is null and c.expires_at > now()
     and not exists (select from public.person_address a where a.email = c.new_email)
  returning * into wanted;
  if wanted.id is null then
    return false;
  end if;
  update public.person_address a set email = wanted.new_email where a.person_id = wanted.person_id;
  return true;
end
$$;

create function app.start_recovery(recovery uuid, person uuid, address text) returns timestamptz
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  ends timestamptz := date_trunc('milliseconds', now()) + interval '7 days';
begin
  if not app.viewer_is_admin() or person = app.viewer_id()
     or not exists (select from public.person p where p.id = person and p.active and p.has_login)
     or app.address_may_change(person)
     or exists (select from public.person_address a where a.email = lower(address))
     or exists (select from public.recovery r where r.person_id = person and r.ended_at is null) then
    return null;
  end if;
  insert into public.recovery (id, person_id, old_email, new_email, started_by, due_at)
  select recovery, person, a.email, lower(address), app.viewer_id(), ends
    from public.person p left join public.person_address a on a.person_id = p.id where p.id = person;
  insert into public.notice (id, kind, recipient_id, actor_id, at, recovery_id)
  select gen_random_uuid(), 'person.recovery-started', p.id, app.viewer_id(), now(), recovery
    from public.person p
   where p.active and p.has_login and (p.id = person or app.shares_with(person, p.id));
  return ends;
end
$$;

-- Those that a person can object to: their own, and those of whom they share one-on-ones with.
create function app.open_recoveries() returns table (id uuid, person_id uuid, started_by uuid, started_at timestamptz, due_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select r.id, r.person_id, r.started_by, r.started_at, r.due_at
    from public.recovery r
   where r.ended_at is null and (r.person_id = app.viewer_id() or app.shares_with(r.person_id, app.viewer_id()))
   order by r.due_at
$$;

create function app.object_to_recovery(recovery uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  update public.recovery r set ended_at = now(), outcome = 'objected'
   where r.id = recovery and r.id in (select o.id from app.open_recoveries() o);
  return found;
end
$$;

create function app.cancel_recovery(person uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  update public.recovery r set ended_at = now(), outcome = 'cancelled'
   where r.person_id = person and r.ended_at is null and app.viewer_is_admin();
  return found;
end
$$;

-- What an admin sees of it: that it runs, how it ended, never who objected.
create function app.recovery_of(person uuid)
returns table (started_at timestamptz, due_at timestamptz, new_email text, ended_at timestamptz, outcome text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select r.started_at, r.due_at, r.new_email, r.ended_at, r.outcome
    from public.recovery r where r.person_id = person and app.viewer_is_admin()
   order by r.started_at desc limit 1
$$;

-- Whatever is due and was not objected to: the new address, no session left, and a link to choose a password.
create function app.finish_recoveries() returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  due record;
  reset uuid;
  finished integer := 0;
begin
  for due in
    select r.* from public.recovery r where r.ended_at is null and r.due_at <= now() for update skip locked
  loop
    if exists (select from public.person_address a where a.email = due.new_email)
       or not exists (select from public.person p where p.id = due.person_id and p.active and p.has_login) then
      update public.recovery r set ended_at = now(), outcome = 'impossible' where r.id = due.id;
      continue;
    end if;
    insert into public.notice (id, kind, recipient_id, actor_id, at, recovery_id, read_at)
    values (gen_random_uuid(), 'person.recovery-finished', due.person_id, due.started_by, now(), due.id, now());
    insert into public.person_address (person_id, email) values (due.person_id, due.new_email)
      on conflict (person_id) do update set email = excluded.email;
    delete from public.session s where s.person_id = due.person_id;
    reset := gen_random_uuid();
    insert into public.password_reset (id, person_id, expires_at) values (reset, due.person_id, now() + interval '7 days');
    insert into public.notice (id, kind, recipient_id, actor_id, at, reset_id, read_at)
    values (gen_random_uuid(), 'person.recovered', due.person_id, due.started_by, now(), reset, now());
    update public.recovery r set ended_at = now(), outcome = 'done' where r.id = due.id;
    finished := finished + 1;
  end loop;
  return finished;
end
$$;

create function app.revoke_invitation(person uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  delete from public.invitation i where i.person_id = person and i.used_at is null and app.viewer_is_admin();
  return found;
end
$$;

-- Until when the last invitation can be used; for an admin.
create function app.invited_until(person uuid) returns timestamptz
language sql stable security definer set search_path = pg_catalog, public as $$
  select max(i.expires_at) from public.invitation i
   where i.person_id = person and i.used_at is null and app.viewer_is_admin()
$$;

-- A link that an admin can copy is a way in for that admin: only while there is nothing to find.
create function app.invitation_may_be_copied(person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select app.address_may_change(person)
$$;

create function app.sign_in_since(person uuid) returns timestamptz
language sql stable security definer set search_path = pg_catalog, public as $$
  select c.created_at from public.credential c
   where c.person_id = person
     and (person = app.viewer_id() or app.viewer_is_admin() or app.manages(app.viewer_id(), person))
$$;
