-- What an attacker found on the ways in, shut where it was open.

-- A link that an admin has seen opens nothing once something was shared: asked when it is used, not when it is made.
alter table invitation add column shown_at timestamptz;
comment on column invitation.shown_at is 'Its link was given to an admin to copy. It stops working as soon as there is something to read.';

create function app.has_something_to_read(person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from public.one_on_one o where o.employee_id = person and o.state <> 'draft')
      or exists (select from public.participant p join public.one_on_one o on o.id = p.one_on_one_id
                  where p.person_id = person and o.state <> 'draft')
$$;

create or replace function app.address_may_change(person uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return app.viewer_is_admin() and not app.has_password(person) and not app.has_something_to_read(person);
end
$$;

drop function app.invitation_may_be_copied(uuid);
-- True once: from then on the link counts as seen.
create function app.show_invitation(invitation uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  update public.invitation i set shown_at = now()
   where i.id = invitation and i.shown_at is null and i.used_at is null and app.viewer_is_admin()
     and not app.has_something_to_read(i.person_id);
  return found;
end
$$;

-- Links to a mailbox end with it, and with the password that they would have replaced.
create function app.end_links_of(person uuid) returns void
language sql volatile security definer set search_path = pg_catalog, public as $$
  update public.password_reset r set used_at = now() where r.person_id = person and r.used_at is null;
  delete from public.address_change c where c.person_id = person and c.confirmed_at is null;
$$;
create function app.end_recoveries_of(person uuid) returns void
language sql volatile security definer set search_path = pg_catalog, public as $$
  update public.recovery r set ended_at = now(), outcome = 'cancelled' where r.person_id = person and r.ended_at is null;
$$;
create function app.sign_in_changed() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform app.end_links_of(old.person_id);
  -- Whoever uses the old mailbox or the password has lost neither.
  if current_setting('app.finishing_recovery', true) is distinct from old.person_id::text then
    perform app.end_recoveries_of(old.person_id);
  end if;
  return null;
end
$$;
create trigger address_ends_links after update or delete on person_address
  for each row execute function app.sign_in_changed();
create trigger password_ends_links after update of password_hash on credential
  for each row execute function app.sign_in_changed();

create or replace function app.confirm_address_change(change uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  wanted public.address_change;
begin
  update public.address_change c set confirmed_at = now()
   where c.id = change and c.person_id = app.viewer_id() and c.confirmed_at is null and c.expires_at > now()
     and exists (select from public.person_address a where a.person_id = c.person_id and a.email = c.old_email)
     and not exists (select from public.person_address a where a.email = c.new_email)
  returning * into wanted;
  if wanted.id is null then
    return false;
  end if;
  update public.person_address a set email = wanted.new_email where a.person_id = wanted.person_id;
  return true;
end
$$;

create function app.notify_of_used_reset(notice uuid, reset uuid) returns void
language sql volatile security definer set search_path = pg_catalog, public as $$
  insert into public.notice (id, kind, recipient_id, at, read_at)
  select notice, 'person.password-changed', r.person_id, now(), now()
    from public.password_reset r where r.id = reset and r.used_at is not null
$$;

-- Recoveries: everybody concerned is told, locked out or not; locking one of them out ends it; and it is finished only
-- for an admin who still is one, of an account that still has the address it had.
create or replace function app.start_recovery(recovery uuid, person uuid, address text) returns timestamptz
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
   where p.id = person or app.shares_with(person, p.id);
  return ends;
end
$$;

create or replace function app.object_to_recovery(recovery uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  update public.recovery r set ended_at = now(), outcome = 'objected'
   where r.id = recovery and r.ended_at is null and r.id in (select o.id from app.open_recoveries() o);
  return found;
end
$$;

create or replace function app.end_recovery_of_the_locked_out() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update public.recovery r set ended_at = now(), outcome = 'cancelled'
   where r.ended_at is null and (r.person_id = new.id or app.shares_with(r.person_id, new.id));
  return null;
end
$$;

create or replace function app.finish_recoveries() returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  due record;
  reset uuid;
  finished integer := 0;
begin
  for due in
    select r.* from public.recovery r where r.ended_at is null and r.due_at <= now() for update skip locked
  loop
    if not exists (select from public.person p where p.id = due.started_by and p.active and p.is_admin)
       or due.old_email is distinct from (select a.email from public.person_address a where a.person_id = due.person_id) then
      update public.recovery r set ended_at = now(), outcome = 'cancelled' where r.id = due.id;
      continue;
    end if;
    if exists (select from public.person_address a where a.email = due.new_email)
       or not exists (select from public.person p where p.id = due.person_id and p.active and p.has_login) then
      update public.recovery r set ended_at = now(), outcome = 'impossible' where r.id = due.id;
      continue;
    end if;
    perform set_config('app.finishing_recovery', due.person_id::text, true);
    insert into public.notice (id, kind, recipient_id, actor_id, at, recovery_id, read_at)
    values (gen_random_uuid(), 'person.recovery-finished', due.person_id, due.started_by, now(), due.id, now());
    insert into public.person_address (person_id, email) values (due.person_id, due.new_email)
      on conflict (person_id) do update set email = excluded.email;
    perform set_config('app.finishing_recovery', '', true);
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

create function app.guard_ended_recovery() returns trigger
language plpgsql as $$
begin
  if old.ended_at is not null then
    raise exception 'a recovery that has ended stays as it is' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger recovery_ended before update on recovery for each row execute function app.guard_ended_recovery();

-- Names: one line, nothing invisible in it; and nobody takes the name that somebody else has.
update person set name = btrim(regexp_replace(regexp_replace(name, '[\u0001-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]', ' ', 'g'), '\s+', ' ', 'g'))
 where name ~ '[\u0001-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]';
alter table person add constraint person_name_is_a_line
  check (name !~ '[\u0001-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]');

create or replace function app.change_own_profile(new_name text, new_time_zone text, new_language text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if exists (select from public.person p
              where p.id <> app.viewer_id() and p.active and lower(normalize(p.name, nfkc)) = lower(normalize(new_name, nfkc))
                and not exists (select from public.person me where me.id = app.viewer_id() and me.name = new_name)) then
    raise exception 'somebody else has this name' using errcode = 'unique_violation';
  end if;
  update public.person p set name = new_name, time_zone = new_time_zone, language = new_language
   where p.id = app.viewer_id();
end
$$;

-- Guards refuse only whom the policies let through: to everybody else an existing record and none are the same.
create or replace function app.guard_participant() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  viewer uuid := app.viewer_id();
  record public.one_on_one;
begin
  select * into record from public.one_on_one o
   where o.id = case when tg_op = 'DELETE' then old.one_on_one_id else new.one_on_one_id end
     and (app.asks_as_owner() or viewer = o.manager_id
          or (o.state <> 'draft' and (viewer = o.employee_id or viewer = any (o.participant_ids))));
  if record.id is null then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'INSERT' then
    if new.person_id in (record.manager_id, record.employee_id)
       or not exists (select from public.person p where p.id = new.person_id and p.active and p.has_login) then
      raise exception 'this person cannot be a participant' using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' then
    if record.state = 'approved' then
      raise exception 'an approved one-on-one is frozen' using errcode = 'restrict_violation';
    end if;
    return old;
  end if;
  if record.state is distinct from 'approved' or old.removed_at is not null
     or (new.one_on_one_id, new.person_id, new.added_by, new.added_at)
        is distinct from (old.one_on_one_id, old.person_id, old.added_by, old.added_at) then
    raise exception 'a participant is removed, never changed' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;

create or replace function app.guard_action_item() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  viewer uuid := app.viewer_id();
  record public.one_on_one;
begin
  select * into record from public.one_on_one o
   where o.id = case when tg_op = 'DELETE' then old.one_on_one_id else new.one_on_one_id end
     and (app.asks_as_owner() or viewer = o.manager_id
          or (o.state <> 'draft' and (viewer = o.employee_id or viewer = any (o.participant_ids))));
  if record.id is null then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op <> 'DELETE' and new.owner_id not in (record.manager_id, record.employee_id) then
    raise exception 'an action item belongs to one of the two' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'UPDATE' and (new.id, new.one_on_one_id, new.position, new.text, new.owner_id, new.due_on, new.created_at)
     is not distinct from (old.id, old.one_on_one_id, old.position, old.text, old.owner_id, old.due_on, old.created_at) then
    return new;
  end if;
  if record.state not in ('draft', 'active')
     or not (app.asks_as_owner() or (viewer = record.manager_id and app.manages(record.manager_id, record.employee_id))) then
    raise exception 'the action items of this one-on-one are settled' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'UPDATE' and (new.id, new.one_on_one_id, new.created_at) is distinct from (old.id, old.one_on_one_id, old.created_at) then
    raise exception 'content stays with its one-on-one' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;

create or replace function app.may_remove_participant(one_on_one uuid, person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (
    select from public.one_on_one o
     where o.id = one_on_one
       and ((person = app.viewer_id() and o.state <> 'draft' and person = any (o.participant_ids))
            or (o.manager_id = app.viewer_id() and app.manages(o.manager_id, o.employee_id))))
$$;

-- Requests write notices of one-on-ones and invitations; of sign-in and recoveries the functions above alone.
drop policy notice_add on notice;
create policy notice_add on notice for insert to duologue_web
  with check (
    actor_id = (select app.viewer_id()) and sent_at is null and read_at is null
    and reset_id is null and address_change_id is null and recovery_id is null and (
      (one_on_one_id is not null and invitation_id is null and kind like 'one-on-one.%' and
        (select recipient_id in (o.manager_id, o.employee_id) or recipient_id = any (o.participant_ids)
           from one_on_one o where o.id = one_on_one_id))
      or (one_on_one_id is null and invitation_id is not null and kind = 'person.invited'
          and app.invitation_is_for(invitation_id, recipient_id))));

drop policy one_on_one_event_add on one_on_one_event;
create policy one_on_one_event_add on one_on_one_event for insert to duologue_web
  with check (by_id = (select app.viewer_id()) and (
    select case by_id
             when o.manager_id then
               kind not in ('revision_requested', 'approved', 'participant_left')
               and (o.state <> 'approved' or kind in ('participant_removed', 'addendum_added'))
             when o.employee_id then
               kind in ('revision_requested', 'approved') or (kind = 'addendum_added' and o.state = 'approved')
             else kind = 'participant_left' and person_id = by_id end
      from one_on_one o where o.id = one_on_one_id));
