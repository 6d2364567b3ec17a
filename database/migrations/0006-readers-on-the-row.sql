-- Participants, and two columns that spare every read a table: who was added to read, and whether a revision is wanted.

alter table one_on_one
  add column participant_ids uuid[] not null default '{}',
  add column revision_wanted boolean not null default false;
comment on column one_on_one.participant_ids is
  'Who was added to read it: copied from table participant by its trigger, so that a policy reads one row and asks no second table.';
comment on column one_on_one.revision_wanted is
  'The employee asked for a revision and approval has not been asked for since. Set by the guard, not by requests.';

create table participant (
  one_on_one_id  uuid not null references one_on_one on delete cascade,
  person_id      uuid not null references person,
  added_by       uuid not null references person,
  added_at       timestamptz not null,
  removed_by     uuid references person,
  removed_at     timestamptz,
  primary key (one_on_one_id, person_id),
  check ((removed_by is null) = (removed_at is null))
);
create index participant_of_person on participant (person_id, one_on_one_id) where removed_at is null;
comment on column participant.removed_at is
  'Set instead of a deletion once approval was given: the digest names who could read it then.';

alter table one_on_one disable trigger one_on_one_guard;
update one_on_one o set revision_wanted = true
 where o.state = 'active' and exists (
   select from revision_request r join one_on_one_event v on v.id = r.event_id
    where r.one_on_one_id = o.id
      and not exists (select from approval_request q where q.one_on_one_id = o.id and q.at >= v.at));
alter table one_on_one enable trigger one_on_one_guard;

-- Once approved, one thing alone can still happen to the row: a reader goes.
create or replace function app.guard_one_on_one() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  viewer uuid := app.viewer_id();
begin
  if old.state = 'approved' then
    if tg_op = 'UPDATE' and new.participant_ids <@ old.participant_ids then
      old.participant_ids := new.participant_ids;
      if new is not distinct from old then
        return new;
      end if;
    end if;
    raise exception 'an approved one-on-one is frozen' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'DELETE' then
    if old.state not in ('draft', 'active') then
      raise exception 'only a draft or an active one-on-one can be deleted' using errcode = 'restrict_violation';
    end if;
    insert into public.tombstone (one_on_one_id, manager_id, employee_id, deleted_by)
    values (old.id, old.manager_id, old.employee_id, viewer);
    return old;
  end if;
  if (new.id, new.manager_id, new.employee_id, new.created_at) is distinct from
     (old.id, old.manager_id, old.employee_id, old.created_at) then
    raise exception 'the pair of a one-on-one never changes' using errcode = 'restrict_violation';
  end if;
  if new.version <= old.version then
    raise exception 'every change counts the version up' using errcode = 'restrict_violation';
  end if;
  if new.state <> old.state and (old.state, new.state) not in (
    ('draft', 'active'), ('draft', 'pending_approval'), ('active', 'pending_approval'), ('pending_approval', 'active'), ('pending_approval', 'approved')) then
    raise exception 'no such transition' using errcode = 'restrict_violation';
  end if;
  if new.state = 'approved' and not exists (
    select from public.approval a where a.one_on_one_id = new.id and a.version = old.version) then
    raise exception 'an approved one-on-one has an approval' using errcode = 'restrict_violation';
  end if;
  if viewer = old.employee_id then
    if (new.title, new.held_on) is distinct from (old.title, old.held_on) then
      raise exception 'the employee changes the state alone' using errcode = 'restrict_violation';
    end if;
  elsif new.state = 'approved' then
    raise exception 'only the employee approves' using errcode = 'restrict_violation';
  end if;
  new.revision_wanted := case
    when new.state = 'pending_approval' then false
    when old.state = 'pending_approval' and new.state = 'active' then viewer = old.employee_id
    else old.revision_wanted end;
  return new;
end
$$;

-- The list of readers follows the table. Adding and removing count as a change of the record, except that nothing
-- of an approved record counts any more.
create function app.copy_participants() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  parent uuid := case when tg_op = 'DELETE' then old.one_on_one_id else new.one_on_one_id end;
begin
  update public.one_on_one o
     set participant_ids = (
           select coalesce(array_agg(p.person_id order by p.person_id), '{}')
             from public.participant p where p.one_on_one_id = parent and p.removed_at is null),
         version = case o.state when 'approved' then o.version else o.version + 1 end
   where o.id = parent;
  return null;
end
$$;
create trigger participant_copied after insert or update or delete on participant
  for each row execute function app.copy_participants();

create function app.guard_participant() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  record_state public.one_on_one_state;
begin
  if tg_op = 'INSERT' then
    if not exists (select from public.person p where p.id = new.person_id and p.active and p.has_login)
       or exists (select from public.one_on_one o where o.id = new.one_on_one_id and new.person_id in (o.manager_id, o.employee_id)) then
      raise exception 'this person cannot be a participant' using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  select o.state into record_state from public.one_on_one o where o.id = old.one_on_one_id;
  if tg_op = 'DELETE' then
    if record_state = 'approved' then
      raise exception 'an approved one-on-one is frozen' using errcode = 'restrict_violation';
    end if;
    return old;
  end if;
  if record_state is distinct from 'approved' or old.removed_at is not null
     or (new.one_on_one_id, new.person_id, new.added_by, new.added_at)
        is distinct from (old.one_on_one_id, old.person_id, old.added_by, old.added_at) then
    raise exception 'a participant is removed, never changed' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger participant_guard before insert or update or delete on participant
  for each row execute function app.guard_participant();

alter table participant enable row level security;

drop policy one_on_one_read on one_on_one;
create policy one_on_one_read on one_on_one for select to duologue_web
  using ((select app.viewer_id()) = any (
    case state when 'draft' then array[manager_id] else array[manager_id, employee_id] || participant_ids end));

create function app.may_remove_participant(one_on_one uuid, person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (
    select from public.one_on_one o
     where o.id = one_on_one
       and ((person = app.viewer_id() and o.state <> 'draft')
            or (o.manager_id = app.viewer_id() and app.manages(o.manager_id, o.employee_id))))
$$;
create policy participant_read on participant for select to duologue_web
  using ((select true from one_on_one o where o.id = one_on_one_id));
create policy participant_add on participant for insert to duologue_web
  with check (added_by = (select app.viewer_id()) and removed_at is null and app.may_write_content(one_on_one_id));
create policy participant_go on participant for update to duologue_web
  using (app.may_remove_participant(one_on_one_id, person_id))
  with check (removed_by = (select app.viewer_id()));
create policy participant_remove on participant for delete to duologue_web
  using (app.may_remove_participant(one_on_one_id, person_id));

-- What a participant may not see: earlier wordings, and events before sharing as before.
drop policy approval_request_read on approval_request;
create policy approval_request_read on approval_request for select to duologue_web
  using ((select (select app.viewer_id()) in (o.manager_id, o.employee_id) from one_on_one o where o.id = one_on_one_id));

-- Whoever reads can wait for a lock, if only to leave.
create or replace function app.lock_one_on_one(one_on_one uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  -- Looked up whether there is a row or not: how long it takes must not tell.
  viewer uuid := app.viewer_id();
begin
  perform from public.one_on_one o
    where o.id = one_on_one
      and (o.manager_id = viewer or (o.state <> 'draft' and (o.employee_id = viewer or viewer = any (o.participant_ids))))
    for update;
end
$$;

-- Somebody who reads as a participant has something to read as well: no admin changes their address.
create or replace function app.address_may_change(person uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return app.viewer_is_admin()
     and not app.has_password(person)
     and not exists (select from public.one_on_one o where o.employee_id = person and o.state <> 'draft')
     and not exists (select from public.participant p where p.person_id = person);
end
$$;
