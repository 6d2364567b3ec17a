-- What the employee brings to a meeting, and how a meeting becomes a record.

create table preparation (
  id           uuid primary key,
  series_id    uuid not null references series on delete cascade,
  employee_id  uuid not null references person,
  update       jsonb not null default '{}',
  answers      jsonb not null default '{}',
  sent_at      timestamptz,
  used_at      timestamptz,
  version      integer not null default 1,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  check (used_at is null or sent_at is not null)
);
create unique index preparation_open on preparation (series_id) where used_at is null;
create index preparation_of_series on preparation (series_id, used_at desc);
comment on table preparation is 'The employee''s update and answers for the next meeting: theirs alone until sent.';
comment on column preparation.update is 'Rich text by part: wentWell, couldImprove, anythingElse.';
comment on column preparation.answers is 'By the id of the template''s item.';
comment on column preparation.used_at is 'When a meeting took it into its record. It stays as it was then.';

create table meeting_record (
  meeting_id     uuid primary key,
  series_id      uuid not null,
  one_on_one_id  uuid not null unique references one_on_one on delete cascade,
  foreign key (meeting_id, series_id) references meeting (id, series_id) on delete cascade
);
create index meeting_record_of_series on meeting_record (series_id);
comment on table meeting_record is 'Apart from meeting: while the record is a draft, it does not exist for the employee.';

alter table item drop constraint item_kind_check;
alter table item add constraint item_kind_check
  check (kind in ('question', 'note', 'rating', 'mood', 'agenda', 'follow-up', 'update'));
alter table item add column answered_by text not null default 'manager' check (answered_by in ('manager', 'employee'));
alter table item add column from_employee boolean not null default false;
alter table item add column given jsonb;
alter table item add check (given is null or kind in ('agenda', 'follow-up', 'update'));
alter table item add check (not from_employee or (kind = 'update' and given is not null) or answered_by = 'employee');
comment on column item.answered_by is 'Whose answer is asked for; the employee gives theirs before the meeting.';
comment on column item.from_employee is 'What stands there is the employee''s own, sent before the meeting: nobody changes it.';
comment on column item.given is 'What the meeting brought in: a talking point, an action item of before, the update. Never changes.';

alter table preparation enable row level security;
alter table meeting_record enable row level security;

create policy preparation_own on preparation for select to duologue_web
  using (employee_id = (select app.viewer_id()) and (select true from series s where s.id = series_id));
create policy preparation_sent on preparation for select to duologue_web
  using (sent_at is not null and (select s.manager_id = (select app.viewer_id()) from series s where s.id = series_id));
create policy preparation_add on preparation for insert to duologue_web
  with check (employee_id = (select app.viewer_id()) and used_at is null
              and (select s.employee_id = preparation.employee_id from series s where s.id = series_id)
              and app.may_arrange(series_id));
create policy preparation_change on preparation for update to duologue_web
  using (employee_id = (select app.viewer_id()) and used_at is null and app.may_arrange(series_id))
  with check (employee_id = (select app.viewer_id()) and used_at is null);
create policy preparation_use on preparation for update to duologue_web
  using (sent_at is not null and used_at is null and app.may_arrange(series_id)
         and (select s.manager_id = (select app.viewer_id()) from series s where s.id = series_id))
  with check (used_at is not null);

create function app.guard_preparation() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if old.used_at is not null
     or (new.id, new.series_id, new.employee_id, new.created_at) is distinct from (old.id, old.series_id, old.employee_id, old.created_at)
     or (app.viewer_id() is distinct from old.employee_id and not app.asks_as_owner()
         and (new.update, new.answers, new.sent_at) is distinct from (old.update, old.answers, old.sent_at)) then
    raise exception 'what the employee prepared is theirs' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger preparation_guard before update on preparation
  for each row execute function app.guard_preparation();

create policy meeting_record_read on meeting_record for select to duologue_web
  using ((select true from one_on_one o where o.id = one_on_one_id) and (select true from series s where s.id = series_id));
create policy meeting_record_add on meeting_record for insert to duologue_web
  with check (app.may_arrange(series_id)
              and (select o.manager_id = (select app.viewer_id())
                          and (o.manager_id, o.employee_id) = (s.manager_id, s.employee_id)
                     from one_on_one o, series s where o.id = one_on_one_id and s.id = series_id));
create policy meeting_record_jobs on meeting_record for select to duologue_worker using (true);

-- What is marked as the employee's own is what the employee sent, to the letter, and stays so.
create function app.guard_item_from_employee() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if tg_op = 'UPDATE' then
    if (new.from_employee, new.given, new.answered_by, new.kind) is distinct from (old.from_employee, old.given, old.answered_by, old.kind)
       or (old.from_employee and old.kind <> 'update' and new.answer is distinct from old.answer) then
      raise exception 'what the employee brought is theirs' using errcode = 'restrict_violation';
    end if;
  elsif new.from_employee and not app.asks_as_owner() and not exists (
    select from public.one_on_one o
      join public.series s on s.manager_id = o.manager_id and s.employee_id = o.employee_id
      join public.preparation p on p.series_id = s.id and p.sent_at is not null and p.used_at is null
     where o.id = new.one_on_one_id
       and case when new.kind = 'update' then p.update = new.given
                else p.answers -> new.source_item_id::text = new.answer end) then
    raise exception 'the employee has sent nothing like it' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger item_from_employee before insert or update on item
  for each row execute function app.guard_item_from_employee();

-- What the employee is asked by the series' template: the employee sees no templates.
create function app.asked_before_meeting(series uuid)
returns table (section_id uuid, item_id uuid, kind text, prompt text, options jsonb, place bigint)
language sql stable security definer set search_path = pg_catalog, public as $$
  select (section ->> 'id')::uuid, (item ->> 'id')::uuid, item ->> 'kind', item ->> 'prompt', item -> 'options',
         section_at * 1000 + item_at
    from public.series s
    join public.template t on t.id = s.template_id,
         jsonb_array_elements(t.sections) with ordinality as sections (section, section_at),
         jsonb_array_elements(section -> 'items') with ordinality as items (item, item_at)
   where s.id = asked_before_meeting.series and app.viewer_id() in (s.manager_id, s.employee_id)
     and (item ->> 'kind' = 'update' or item ->> 'answeredBy' = 'employee')
   order by section_at, item_at
$$;
