-- The record of one meeting, and everything under it.

create type one_on_one_state as enum ('draft', 'active', 'pending_approval', 'approved');

create table one_on_one (
  id           uuid primary key,
  manager_id   uuid not null references person,
  employee_id  uuid not null references person,
  title        text not null check (title <> ''),
  held_on      date not null,
  state        one_on_one_state not null default 'draft',
  version      integer not null default 1,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  check (manager_id <> employee_id)
);
create index one_on_one_of_manager on one_on_one (manager_id, updated_at desc, id desc);
create index one_on_one_of_employee on one_on_one (employee_id, updated_at desc, id desc);
create index one_on_one_of_pair on one_on_one (manager_id, employee_id, held_on desc);
comment on column one_on_one.version is 'Counts every change of the record: an approval names the version that was read.';

create table section (
  id             uuid primary key,
  one_on_one_id  uuid not null references one_on_one on delete cascade,
  position       integer not null,
  title          text not null,
  version        integer not null default 1,
  unique (id, one_on_one_id)
);
create index section_of_one_on_one on section (one_on_one_id, position);

create table section_guidance (
  section_id     uuid primary key,
  one_on_one_id  uuid not null,
  guidance       text not null,
  foreign key (section_id, one_on_one_id) references section (id, one_on_one_id) on delete cascade
);
create index section_guidance_of_one_on_one on section_guidance (one_on_one_id);
comment on table section_guidance is 'Apart from section, because guidance is for the manager''s eyes alone.';

create table item (
  id              uuid primary key,
  one_on_one_id   uuid not null,
  section_id      uuid not null,
  position        integer not null,
  kind            text not null check (kind in ('question', 'note', 'rating', 'mood')),
  prompt          text not null,
  options         jsonb,
  source_item_id  uuid,
  answer          jsonb,
  answer_plain    text not null default '',
  version         integer not null default 0,
  foreign key (section_id, one_on_one_id) references section (id, one_on_one_id) on delete cascade
);
create index item_of_one_on_one on item (one_on_one_id, position);
create index item_of_section on item (section_id);
comment on column item.source_item_id is 'The template''s item that this one was copied from: finds the pair''s last answer to the same item.';
comment on column item.answer_plain is 'The words of the answer, for search.';

create table approval_request (
  id             uuid primary key,
  one_on_one_id  uuid not null references one_on_one on delete cascade,
  at             timestamptz not null,
  by_id          uuid not null references person,
  version        integer not null,
  snapshot       jsonb not null
);
create index approval_request_of_one_on_one on approval_request (one_on_one_id, at desc);
comment on column approval_request.snapshot is 'The content as it was when approval was asked for, to show what changed since.';

create table approval (
  one_on_one_id  uuid primary key references one_on_one on delete cascade,
  at             timestamptz not null,
  by_id          uuid not null references person,
  version        integer not null,
  remark         text,
  digest         text not null
);

create table one_on_one_event (
  id             uuid primary key,
  one_on_one_id  uuid not null references one_on_one on delete cascade,
  kind           text not null check (kind in
                   ('created', 'edited', 'shared', 'approval_requested', 'taken_back', 'reopened',
                    'revision_requested', 'approved')),
  at             timestamptz not null,
  by_id          uuid not null references person,
  before_sharing boolean not null,
  sequence       bigint generated always as identity,
  unique (id, one_on_one_id)
);
create index one_on_one_event_of_one_on_one on one_on_one_event (one_on_one_id, sequence desc);
comment on column one_on_one_event.sequence is 'Order of what one request did at the same moment. Counts for the whole organisation, so it never leaves.';
comment on column one_on_one_event.before_sharing is 'What happened before sharing is the manager''s alone.';

create table revision_request (
  event_id       uuid primary key,
  one_on_one_id  uuid not null,
  message        text not null check (message <> ''),
  foreign key (event_id, one_on_one_id) references one_on_one_event (id, one_on_one_id) on delete cascade
);
create index revision_request_of_one_on_one on revision_request (one_on_one_id);

create table tombstone (
  one_on_one_id  uuid primary key,
  manager_id     uuid not null,
  employee_id    uuid not null,
  deleted_by     uuid,
  deleted_at     timestamptz not null default now()
);
comment on table tombstone is 'What remains of a deleted one-on-one. No role that serves requests or jobs can read it.';

-- Locking. FOR UPDATE under a policy needs an UPDATE policy, which not every reader has.
create function app.lock_one_on_one(one_on_one uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  -- Looked up whether there is a row or not: how long it takes must not tell.
  viewer uuid := app.viewer_id();
begin
  perform from public.one_on_one o
    where o.id = one_on_one
      and (o.manager_id = viewer or (o.employee_id = viewer and o.state <> 'draft'))
    for update;
end
$$;

-- The state's rules a second time, below the application.
create function app.guard_one_on_one() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  viewer uuid := app.viewer_id();
begin
  if old.state = 'approved' then
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
  return new;
end
$$;
create trigger one_on_one_guard before update or delete on one_on_one
  for each row execute function app.guard_one_on_one();

create function app.guard_frozen_content() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  parent uuid := case when tg_op = 'DELETE' then old.one_on_one_id else new.one_on_one_id end;
begin
  if tg_op = 'UPDATE' and new.one_on_one_id <> old.one_on_one_id then
    raise exception 'content stays with its one-on-one' using errcode = 'restrict_violation';
  end if;
  -- Whoever is neither of the pair is refused by the policies, in the same words whether it exists or not.
  if exists (select from public.one_on_one o
              where o.id = parent and o.state = 'approved'
                and (app.viewer_id() in (o.manager_id, o.employee_id) or app.asks_as_owner())) then
    raise exception 'an approved one-on-one is frozen' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger section_frozen before insert or update or delete on section
  for each row execute function app.guard_frozen_content();
create trigger section_guidance_frozen before insert or update or delete on section_guidance
  for each row execute function app.guard_frozen_content();
create trigger item_frozen before insert or update or delete on item
  for each row execute function app.guard_frozen_content();
create trigger approval_request_frozen before insert or update or delete on approval_request
  for each row execute function app.guard_frozen_content();
create trigger approval_frozen before insert or update or delete on approval
  for each row execute function app.guard_frozen_content();
create trigger revision_request_frozen before insert or update or delete on revision_request
  for each row execute function app.guard_frozen_content();
