-- What else a one-on-one holds: action items, files, comments, addenda, private notes; and who read it when.

alter table one_on_one_event drop constraint one_on_one_event_kind_check;
alter table one_on_one_event add constraint one_on_one_event_kind_check check (kind in
  ('created', 'edited', 'shared', 'approval_requested', 'taken_back', 'reopened', 'revision_requested', 'approved',
   'participant_added', 'participant_removed', 'participant_left', 'addendum_added'));
alter table one_on_one_event add column person_id uuid references person;
comment on column one_on_one_event.person_id is 'Whom it concerns beside its author: the participant who was added or removed.';

drop policy one_on_one_event_add on one_on_one_event;
create policy one_on_one_event_add on one_on_one_event for insert to duologue_web
  with check (by_id = (select app.viewer_id()) and (
    select case by_id
             when o.manager_id then
               kind not in ('revision_requested', 'approved', 'participant_left')
               and (o.state <> 'approved' or kind in ('participant_removed', 'addendum_added'))
             when o.employee_id then
               kind in ('revision_requested', 'approved') or (kind = 'addendum_added' and o.state = 'approved')
             else kind = 'participant_left' end
      from one_on_one o where o.id = one_on_one_id));

alter table item add unique (id, one_on_one_id);

create table action_item (
  id              uuid primary key,
  one_on_one_id   uuid not null references one_on_one on delete cascade,
  position        integer not null,
  text            text not null check (text <> ''),
  owner_id        uuid not null references person,
  due_on          date not null,
  version         integer not null default 1,
  created_at      timestamptz not null,
  done_at         timestamptz,
  done_by         uuid references person,
  dropped_at      timestamptz,
  dropped_by      uuid references person,
  dropped_reason  text,
  check (done_at is null or dropped_at is null),
  check ((done_at is null) = (done_by is null)),
  check ((dropped_at is null) = (dropped_by is null) and (dropped_at is null) = (dropped_reason is null))
);
create index action_item_of_one_on_one on action_item (one_on_one_id, position);
create index action_item_open on action_item (owner_id, due_on) where done_at is null and dropped_at is null;
comment on column action_item.dropped_reason is 'Why it will not be done, in the words of whoever dropped it.';

-- Its words are the record's and freeze with it; what became of it is marked in every shared state.
create function app.guard_action_item() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  viewer uuid := app.viewer_id();
  record public.one_on_one;
begin
  select * into record from public.one_on_one o
   where o.id = case when tg_op = 'DELETE' then old.one_on_one_id else new.one_on_one_id end;
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
create trigger action_item_guard before insert or update or delete on action_item
  for each row execute function app.guard_action_item();

create table file (
  id             uuid primary key,
  one_on_one_id  uuid not null references one_on_one on delete cascade,
  name           text not null check (name <> ''),
  size           integer not null check (size >= 0 and size <= 10485760),
  type           text not null,
  sha256         text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  added_by       uuid not null references person,
  added_at       timestamptz not null
);
create index file_of_one_on_one on file (one_on_one_id, added_at, id);
comment on column file.type is 'Found by looking at the content, not by what was claimed.';
create trigger file_frozen before insert or update or delete on file
  for each row execute function app.guard_frozen_content();

create table comment (
  id             uuid primary key,
  one_on_one_id  uuid not null,
  item_id        uuid not null,
  author_id      uuid not null references person,
  body           jsonb not null,
  version        integer not null default 1,
  created_at     timestamptz not null,
  edited_at      timestamptz,
  foreign key (item_id, one_on_one_id) references item (id, one_on_one_id) on delete cascade
);
create index comment_of_one_on_one on comment (one_on_one_id, created_at, id);

create table resolved_thread (
  item_id        uuid primary key,
  one_on_one_id  uuid not null,
  resolved_by    uuid not null references person,
  resolved_at    timestamptz not null,
  foreign key (item_id, one_on_one_id) references item (id, one_on_one_id) on delete cascade
);
comment on table resolved_thread is 'The comments on an item are one thread; a new comment opens it again.';

create table addendum (
  id             uuid primary key,
  one_on_one_id  uuid not null references one_on_one on delete cascade,
  author_id      uuid not null references person,
  at             timestamptz not null,
  body           jsonb not null
);
create index addendum_of_one_on_one on addendum (one_on_one_id, at, id);

create table private_note (
  one_on_one_id  uuid not null references one_on_one on delete cascade,
  author_id      uuid not null references person,
  body           jsonb not null,
  version        integer not null default 1,
  updated_at     timestamptz not null,
  primary key (one_on_one_id, author_id)
);
comment on table private_note is 'Seen by its author alone, for ever.';

create table receipt (
  one_on_one_id  uuid not null references one_on_one on delete cascade,
  person_id      uuid not null references person,
  day            date not null,
  act            text not null check (act in ('opened', 'downloaded', 'exported')),
  primary key (one_on_one_id, person_id, day, act)
);
comment on table receipt is 'Who read it on which day: a line per person, day and act, for the pair.';

alter table action_item enable row level security;
alter table file enable row level security;
alter table comment enable row level security;
alter table resolved_thread enable row level security;
alter table addendum enable row level security;
alter table private_note enable row level security;
alter table receipt enable row level security;

create policy action_item_read on action_item for select to duologue_web
  using ((select true from one_on_one o where o.id = one_on_one_id));
create policy action_item_add on action_item for insert to duologue_web
  with check (app.may_write_content(one_on_one_id) and done_at is null and dropped_at is null);
create policy action_item_change on action_item for update to duologue_web
  using (app.may_write_content(one_on_one_id));
create policy action_item_remove on action_item for delete to duologue_web
  using (app.may_write_content(one_on_one_id));

create function app.may_mark_action_item(one_on_one uuid, owner uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (
    select from public.one_on_one o
     where o.id = one_on_one and o.state <> 'draft'
       and app.viewer_id() in (o.manager_id, o.employee_id)
       and (owner = app.viewer_id() or (o.manager_id = app.viewer_id() and app.manages(o.manager_id, o.employee_id))))
$$;
create policy action_item_mark on action_item for update to duologue_web
  using (app.may_mark_action_item(one_on_one_id, owner_id))
  with check (coalesce(done_by, dropped_by, (select app.viewer_id())) = (select app.viewer_id()));

create policy file_read on file for select to duologue_web
  using ((select true from one_on_one o where o.id = one_on_one_id));
create policy file_add on file for insert to duologue_web
  with check (added_by = (select app.viewer_id()) and app.may_write_content(one_on_one_id));
create policy file_remove on file for delete to duologue_web
  using (app.may_write_content(one_on_one_id));

-- Comments are between the two: participants never see them.
create function app.may_comment(one_on_one uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (
    select from public.one_on_one o
     where o.id = one_on_one and o.state in ('active', 'pending_approval')
       and (o.employee_id = app.viewer_id()
            or (o.manager_id = app.viewer_id() and app.manages(o.manager_id, o.employee_id))))
$$;
create policy comment_read on comment for select to duologue_web
  using ((select (select app.viewer_id()) in (o.manager_id, o.employee_id) from one_on_one o where o.id = one_on_one_id));
create policy comment_add on comment for insert to duologue_web
  with check (author_id = (select app.viewer_id()) and app.may_comment(one_on_one_id));
create policy comment_change on comment for update to duologue_web
  using (author_id = (select app.viewer_id()) and app.may_comment(one_on_one_id));
create policy comment_remove on comment for delete to duologue_web
  using (author_id = (select app.viewer_id()) and app.may_comment(one_on_one_id));
create policy resolved_thread_read on resolved_thread for select to duologue_web
  using ((select (select app.viewer_id()) in (o.manager_id, o.employee_id) from one_on_one o where o.id = one_on_one_id));
create policy resolved_thread_add on resolved_thread for insert to duologue_web
  with check (resolved_by = (select app.viewer_id()) and app.may_comment(one_on_one_id));
create policy resolved_thread_remove on resolved_thread for delete to duologue_web
  using (app.may_comment(one_on_one_id));

create policy addendum_read on addendum for select to duologue_web
  using ((select true from one_on_one o where o.id = one_on_one_id));
create policy addendum_add on addendum for insert to duologue_web
  with check (author_id = (select app.viewer_id()) and (
    select o.state = 'approved'
       and (o.employee_id = author_id or (o.manager_id = author_id and app.manages(o.manager_id, o.employee_id)))
      from one_on_one o where o.id = one_on_one_id));

create policy private_note_own on private_note for all to duologue_web
  using (author_id = (select app.viewer_id()) and (select true from one_on_one o where o.id = one_on_one_id))
  with check (author_id = (select app.viewer_id()) and (select true from one_on_one o where o.id = one_on_one_id));

create policy receipt_read on receipt for select to duologue_web
  using ((select (select app.viewer_id()) in (o.manager_id, o.employee_id) from one_on_one o where o.id = one_on_one_id));
create policy receipt_add on receipt for insert to duologue_web
  with check (person_id = (select app.viewer_id()) and (select true from one_on_one o where o.id = one_on_one_id));
