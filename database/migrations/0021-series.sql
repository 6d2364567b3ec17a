-- The standing one-on-one of a pair: its arrangement, its meetings, its agenda.

create table series (
  id                 uuid primary key,
  manager_id         uuid not null references person,
  employee_id        uuid not null references person,
  template_id        uuid references template on delete set null,
  cadence            text not null check (cadence in ('weekly', 'monthly', 'on_demand')),
  every              smallint not null default 1 check (every between 1 and 12),
  weekday            smallint check (weekday between 1 and 7),
  nth                smallint check (nth in (1, 2, 3, 4, -1)),
  at                 time(0) check (extract(second from at) = 0),
  time_zone          text not null,
  starts_on          date not null,
  minutes            smallint not null check (minutes between 5 and 480),
  place              text not null default '',
  manager_prepares   text not null default '',
  employee_prepares  text not null default '',
  agenda_due_days    smallint not null default 1 check (agenda_due_days between 0 and 7),
  rule_since         timestamptz not null,
  sequence           integer not null default 0,
  version            integer not null default 1,
  created_at         timestamptz not null,
  updated_at         timestamptz not null,
  ended_at           timestamptz,
  ended_because      text check (ended_because in ('ended_by_manager', 'pair_ended')),
  look_at            timestamptz not null,
  check (manager_id <> employee_id),
  check ((cadence = 'on_demand') = (weekday is null) and (cadence = 'on_demand') = (at is null)),
  check ((cadence = 'monthly') = (nth is not null)),
  check ((ended_at is null) = (ended_because is null))
);
create unique index series_open on series (manager_id, employee_id) where ended_at is null;
create index series_of_manager on series (manager_id);
create index series_of_employee on series (employee_id);
create index series_to_look_at on series (look_at) where ended_at is null;
comment on column series.at is 'Wall-clock time in time_zone: 10:00 stays 10:00 across daylight saving.';
comment on column series.every is 'Weeks or months from one meeting to the next.';
comment on column series.nth is 'Of a month: the first to fourth such weekday, -1 the last.';
comment on column series.rule_since is 'Meetings before it are rows: the rule was another then. Later ones are computed.';
comment on column series.sequence is 'Counts what calendars are told of: iTIP''s SEQUENCE.';
comment on column series.look_at is 'When the reminder job has to look at it next; now, after every change.';

create table meeting (
  id          uuid primary key,
  series_id   uuid not null references series on delete cascade,
  slot_at     timestamptz not null,
  starts_at   timestamptz not null,
  minutes     smallint not null check (minutes between 5 and 480),
  status      text not null default 'planned' check (status in ('planned', 'held', 'skipped', 'cancelled')),
  reason      text not null default '',
  late        boolean not null default false,
  is_extra    boolean not null default false,
  sequence    integer not null default 0,
  version     integer not null default 1,
  changed_by  uuid references person,
  changed_at  timestamptz not null,
  held_at     timestamptz,
  ended_at    timestamptz,
  unique (series_id, slot_at),
  unique (id, series_id),
  check ((status = 'held') = (held_at is not null)),
  check (ended_at is null or held_at is not null)
);
comment on table meeting is 'What became of one occurrence. One that nothing happened to has no row: the rule says it.';
comment on column meeting.slot_at is 'When the rule has it: names the occurrence for ever, wherever it is moved.';
comment on column meeting.late is 'Moved or called off less than 24 hours ahead.';
comment on column meeting.is_extra is 'Agreed beside the rule.';
comment on column meeting.held_at is 'When it was begun.';

create table agenda (
  series_id          uuid primary key references series on delete cascade,
  objective          text not null default '',
  topics             text[] not null default '{}' check (cardinality(topics) <= 3),
  has_objective      boolean not null generated always as (objective <> '') stored,
  has_topics         boolean not null generated always as (cardinality(topics) > 0) stored,
  manager_ready_at   timestamptz,
  employee_ready_at  timestamptz,
  version            integer not null default 1
);
comment on table agenda is 'Of the next meeting; emptied when one is held, and left as it is when one is not.';

create table talking_point (
  id            uuid primary key,
  series_id     uuid not null references series on delete cascade,
  author_id     uuid not null references person,
  kind          text not null check (kind in ('topic', 'win', 'blocker', 'feedback', 'question', 'decision', 'idea')),
  body          jsonb not null,
  shared        boolean not null,
  shared_at     timestamptz,
  rank          double precision not null,
  recurring     boolean not null default false,
  raised_at     timestamptz not null,
  later_until   date,
  discussed_at  timestamptz,
  discussed_by  uuid references person,
  outcome       jsonb,
  is_decision   boolean not null default false,
  dropped_at    timestamptz,
  version       integer not null default 1,
  unique (id, series_id),
  check (shared or discussed_at is null),
  check ((shared_at is null) = not shared),
  check ((discussed_at is null) = (discussed_by is null)),
  check (discussed_at is not null or (outcome is null and not is_decision))
);
create index talking_point_of_series on talking_point (series_id, rank, id);
comment on column talking_point.shared is 'Else it is its author''s alone. Once shared, it stays shared.';
comment on column talking_point.later_until is 'On the shelf until this day.';
comment on column talking_point.recurring is 'Comes back the day after it was discussed.';

create table point_note (
  point_id    uuid not null,
  series_id   uuid not null,
  author_id   uuid not null references person,
  body        jsonb not null,
  version     integer not null default 1,
  updated_at  timestamptz not null,
  primary key (point_id, author_id),
  foreign key (point_id, series_id) references talking_point (id, series_id) on delete cascade
);
comment on table point_note is 'A private comment on a point: its author''s alone, also when the point is shared.';

alter table series enable row level security;
alter table meeting enable row level security;
alter table agenda enable row level security;
alter table talking_point enable row level security;
alter table point_note enable row level security;

-- Open, and the pair still stands: the two may write. Whether the one asking is of the pair is asked here as well.
create function app.may_arrange(series uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (
    select from public.series s
     where s.id = series and s.ended_at is null and app.viewer_id() in (s.manager_id, s.employee_id)
       and app.manages(s.manager_id, s.employee_id))
$$;

create function app.lock_series(series uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  viewer uuid := app.viewer_id();
begin
  perform from public.series s where s.id = series and viewer in (s.manager_id, s.employee_id) for update;
end
$$;

create policy series_read on series for select to duologue_web
  using ((select app.viewer_id()) in (manager_id, employee_id));
create policy series_add on series for insert to duologue_web
  with check (manager_id = (select app.viewer_id()) and ended_at is null and app.manages(manager_id, employee_id));
create policy series_change on series for update to duologue_web
  using (manager_id = (select app.viewer_id()) and ended_at is null and app.manages(manager_id, employee_id))
  with check (manager_id = (select app.viewer_id()));
create policy series_jobs on series for select to duologue_worker using (true);

create policy meeting_read on meeting for select to duologue_web
  using ((select true from series s where s.id = series_id));
create policy meeting_add on meeting for insert to duologue_web
  with check (app.may_arrange(series_id) and (changed_by is null or changed_by = (select app.viewer_id())));
create policy meeting_change on meeting for update to duologue_web
  using (app.may_arrange(series_id)) with check (changed_by = (select app.viewer_id()));
create policy meeting_remove on meeting for delete to duologue_web using (app.may_arrange(series_id));
create policy meeting_jobs on meeting for select to duologue_worker using (true);

create policy agenda_read on agenda for select to duologue_web
  using ((select true from series s where s.id = series_id));
create policy agenda_add on agenda for insert to duologue_web with check (app.may_arrange(series_id));
create policy agenda_change on agenda for update to duologue_web using (app.may_arrange(series_id));
create policy agenda_jobs on agenda for select to duologue_worker using (true);

create policy talking_point_read on talking_point for select to duologue_web
  using ((shared or author_id = (select app.viewer_id())) and (select true from series s where s.id = series_id));
create policy talking_point_add on talking_point for insert to duologue_web
  with check (author_id = (select app.viewer_id()) and app.may_arrange(series_id));
create policy talking_point_change on talking_point for update to duologue_web
  using ((shared or author_id = (select app.viewer_id())) and app.may_arrange(series_id));
create policy talking_point_remove on talking_point for delete to duologue_web
  using (author_id = (select app.viewer_id()) and discussed_at is null and app.may_arrange(series_id));

create policy point_note_own on point_note for all to duologue_web
  using (author_id = (select app.viewer_id()) and (select true from talking_point p where p.id = point_id))
  with check (author_id = (select app.viewer_id()) and (select true from talking_point p where p.id = point_id));

create function app.guard_series() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if (new.id, new.manager_id, new.employee_id, new.created_at) is distinct from
     (old.id, old.manager_id, old.employee_id, old.created_at) then
    raise exception 'the pair of a series never changes' using errcode = 'restrict_violation';
  end if;
  if old.ended_at is not null then
    raise exception 'an ended series stays as it is' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger series_guard before update on series for each row execute function app.guard_series();

create function app.guard_meeting() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if tg_op = 'DELETE' then
    if old.status = 'held' and not app.asks_as_owner()
       and exists (select from public.series s where s.id = old.series_id) then
      raise exception 'a held meeting stays' using errcode = 'restrict_violation';
    end if;
    return old;
  end if;
  if (new.id, new.series_id, new.slot_at, new.is_extra) is distinct from (old.id, old.series_id, old.slot_at, old.is_extra)
     or (old.status = 'held' and (new.status, new.held_at, new.starts_at) is distinct from ('held', old.held_at, old.starts_at)) then
    raise exception 'a held meeting stays, and an occurrence keeps its slot' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger meeting_guard before update or delete on meeting for each row execute function app.guard_meeting();

-- What is its author's: the words, the kind, whether it is shared or recurs. Either of the two arranges and ticks off
-- what is shared.
create function app.guard_talking_point() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if (new.id, new.series_id, new.author_id, new.raised_at) is distinct from (old.id, old.series_id, old.author_id, old.raised_at)
     or (old.shared and not new.shared) then
    raise exception 'a point stays whose it is, and shared' using errcode = 'restrict_violation';
  end if;
  if app.viewer_id() is distinct from old.author_id and not app.asks_as_owner()
     and (new.kind, new.body, new.shared, new.recurring, new.dropped_at) is distinct from
         (old.kind, old.body, old.shared, old.recurring, old.dropped_at) then
    raise exception 'the words of a point are its author''s' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger talking_point_guard before update on talking_point
  for each row execute function app.guard_talking_point();

-- The reminder job looks again at whatever changed.
create function app.look_at_series() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if tg_table_name = 'series' then
    new.look_at := now();
    return new;
  end if;
  update public.series s set look_at = now()
   where s.id = case when tg_op = 'DELETE' then old.series_id else new.series_id end and s.ended_at is null;
  return null;
end
$$;
create trigger series_looked_at before update of cadence, every, weekday, nth, at, time_zone, starts_on, minutes, ended_at
  on series for each row execute function app.look_at_series();
create trigger meeting_looked_at after insert or update or delete on meeting
  for each row execute function app.look_at_series();

alter table notice add column series_id uuid references series on delete cascade;
alter table notice add column meeting_slot timestamptz;
comment on column notice.meeting_slot is 'The one occurrence that it is about; null: the whole series.';
drop policy notice_add on notice;
create policy notice_add on notice for insert to duologue_web
  with check (
    actor_id = (select app.viewer_id()) and sent_at is null and read_at is null
    and reset_id is null and address_change_id is null and recovery_id is null
    and case
          when kind like 'one-on-one.%' then
            invitation_id is null and series_id is null
            and (select notice.recipient_id in (o.manager_id, o.employee_id) or notice.recipient_id = any (o.participant_ids)
                   from one_on_one o where o.id = notice.one_on_one_id)
          when kind like 'series.%' or kind like 'meeting.%' or kind like 'calendar.%' then
            invitation_id is null and one_on_one_id is null
            and (select notice.recipient_id in (s.manager_id, s.employee_id) from series s where s.id = notice.series_id)
          when kind = 'person.invited' then
            one_on_one_id is null and series_id is null and invitation_id is not null
            and app.invitation_is_for(invitation_id, recipient_id)
          else false end);
