-- Numbers: KPIs, readings of them for a person and day, targets, and who or what may load readings.

create table kpi (
  id           uuid primary key,
  name         text not null check (name <> ''),
  unit         text not null check (unit in ('number', 'currency', 'percent', 'duration')),
  currency     text check (currency ~ '^[A-Z]{3}$'),
  direction    text not null check (direction in ('higher', 'lower')),
  aggregation  text not null check (aggregation in ('sum', 'average', 'last', 'count')),
  decimals     smallint not null default 0 check (decimals between 0 and 3),
  archived_at  timestamptz,
  version      integer not null default 1,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  check ((unit = 'currency') = (currency is not null))
);
create unique index kpi_by_name on kpi (lower(name));
comment on column kpi.direction is 'Which way is better.';
comment on column kpi.aggregation is 'How readings add up over a period; count counts the days that have one.';
comment on column kpi.unit is 'Durations are in minutes, percentages in hundredths.';

create table reading (
  person_id    uuid not null references person on delete cascade,
  kpi_id       uuid not null references kpi,
  day          date not null,
  value        numeric(15, 3) not null check (value <> 'NaN'),
  source       text not null check (source in ('form', 'import', 'api')),
  recorded_at  timestamptz not null,
  primary key (person_id, kpi_id, day)
);
comment on table reading is 'One value of a KPI for a person and day: the later one replaces the earlier.';

create table target (
  id          uuid primary key,
  kpi_id      uuid not null references kpi,
  person_id   uuid references person on delete cascade,
  team_id     uuid references team on delete cascade,
  period      text not null check (period in ('day', 'week', 'month', 'quarter', 'year')),
  value       numeric(15, 3) not null check (value <> 'NaN'),
  valid_from  date not null,
  valid_to    date,
  set_by      uuid not null references person,
  set_at      timestamptz not null,
  version     integer not null default 1,
  check (num_nonnulls(person_id, team_id) = 1),
  check (valid_to >= valid_from)
);
create index target_of_person on target (person_id, kpi_id, period, valid_from) where person_id is not null;
create index target_of_team on target (team_id, kpi_id, period, valid_from) where team_id is not null;
create index target_of_kpi on target (kpi_id);
comment on table target is 'What each person it binds aims for in one period. A person''s own beats their team''s.';
comment on column target.valid_to is 'The last day; null: until another one takes over.';

create table target_change (
  id          uuid primary key,
  target_id   uuid not null,
  kpi_id      uuid not null references kpi,
  person_id   uuid references person on delete cascade,
  team_id     uuid references team on delete cascade,
  period      text not null,
  what        text not null check (what in ('set', 'changed', 'removed')),
  value       numeric(15, 3) not null,
  valid_from  date not null,
  valid_to    date,
  by_id       uuid not null references person,
  at          timestamptz not null,
  sequence    bigint generated always as identity
);
create index target_change_of_person on target_change (person_id, kpi_id, sequence desc) where person_id is not null;
create index target_change_of_team on target_change (team_id, kpi_id, sequence desc) where team_id is not null;
comment on table target_change is 'How targets came to be as they are. Written by a trigger, so that none is missing.';
comment on column target_change.target_id is 'No foreign key: what was removed is still told of.';

create table target_hit (
  target_id  uuid not null references target on delete cascade,
  person_id  uuid not null references person on delete cascade,
  starts_on  date not null,
  hit_at     timestamptz not null,
  primary key (target_id, person_id, starts_on)
);
comment on table target_hit is 'Told once, however often the numbers cross it afterwards.';

create table target_check (
  person_id  uuid not null references person on delete cascade,
  kpi_id     uuid not null references kpi,
  asked_at   timestamptz not null,
  primary key (person_id, kpi_id)
);
comment on table target_check is 'Whose numbers changed since a job last looked whether a target was hit.';

create table service_account (
  id          uuid primary key,
  name        text not null check (name <> ''),
  created_by  uuid not null references person,
  created_at  timestamptz not null,
  closed_at   timestamptz
);
create unique index service_account_by_name on service_account (lower(name)) where closed_at is null;
comment on table service_account is 'A program that loads readings. No person: it signs in nowhere and reads nothing.';

create table access_token (
  id                  uuid primary key,
  person_id           uuid references person on delete cascade,
  service_account_id  uuid references service_account,
  name                text not null check (name <> ''),
  scope               text not null check (scope in ('kpi-readings:write')),
  token_hash          bytea not null unique check (length(token_hash) = 32),
  created_by          uuid not null references person,
  created_at          timestamptz not null,
  last_used_at        timestamptz,
  revoked_at          timestamptz,
  check (num_nonnulls(person_id, service_account_id) = 1)
);
create index access_token_of_person on access_token (person_id);
create index access_token_of_service_account on access_token (service_account_id);
comment on column access_token.token_hash is 'SHA-256; the token itself is shown once and stored nowhere.';

-- Who may see somebody's numbers: the person, whoever manages them now, admins.

create function app.sees_numbers_of(person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select app.viewer_id() is not null
     and (person = app.viewer_id() or app.viewer_is_admin() or app.manages(app.viewer_id(), person))
$$;

create function app.may_change_numbers_of(person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select app.viewer_is_admin() or app.manages(app.viewer_id(), person)
$$;
comment on function app.may_change_numbers_of(uuid) is 'Readings by hand and targets: the manager and admins; nobody for themself, unless they are an admin.';

create function app.manages_team(team uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from public.team_manager m where m.team_id = team and m.person_id = app.viewer_id())
$$;

-- A team's target binds its members: each of them sees it, and so does whoever may see the numbers of one of them.
create function app.sees_team_target(team uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select app.viewer_id() is not null and (
    app.viewer_is_admin() or app.manages_team(team) or exists (
      select from public.team_member m
       where m.team_id = team and (m.person_id = app.viewer_id() or app.manages(app.viewer_id(), m.person_id))))
$$;

-- The same days for everybody who looks at the same numbers.
create function app.working_days_of(person uuid) returns smallint[]
language sql stable security definer set search_path = pg_catalog, public as $$
  select case when app.sees_numbers_of(person)
              then coalesce((select w.days from public.working_hours w where w.person_id = person), '{1,2,3,4,5}') end
$$;

-- The targets that bind somebody, their own and those of their teams.
create function app.targets_binding(person uuid)
returns table (id uuid, kpi_id uuid, team_id uuid, period text, value numeric, valid_from date, valid_to date, set_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select t.id, t.kpi_id, t.team_id, t.period, t.value, t.valid_from, t.valid_to, t.set_at
    from public.target t
   where app.sees_numbers_of(person)
     and (t.person_id = person or t.team_id in (select m.team_id from public.team_member m where m.person_id = person))
$$;

alter table kpi enable row level security;
alter table reading enable row level security;
alter table target enable row level security;
alter table target_change enable row level security;
alter table target_hit enable row level security;
alter table target_check enable row level security;
alter table service_account enable row level security;
alter table access_token enable row level security;

-- What is measured is no secret; the numbers are.
create policy kpi_read on kpi for select to duologue_web using ((select app.viewer_id()) is not null);
create policy kpi_add on kpi for insert to duologue_web with check ((select app.viewer_is_admin()));
create policy kpi_change on kpi for update to duologue_web using ((select app.viewer_is_admin()));

create policy reading_read on reading for select to duologue_web
  using ((select app.viewer_is_admin()) or person_id = (select app.viewer_id())
         or person_id in (select m.id from app.managed_people() m));
create policy reading_remove on reading for delete to duologue_web
  using ((select app.viewer_is_admin()) or person_id in (select m.id from app.managed_people() m));

create policy target_read on target for select to duologue_web
  using (case when person_id is null then app.sees_team_target(team_id) else app.sees_numbers_of(person_id) end);
create policy target_add on target for insert to duologue_web
  with check (set_by = (select app.viewer_id())
              and case when person_id is null then (select app.viewer_is_admin()) or app.manages_team(team_id)
                       else app.may_change_numbers_of(person_id) end);
create policy target_change on target for update to duologue_web
  using (case when person_id is null then (select app.viewer_is_admin()) or app.manages_team(team_id)
              else app.may_change_numbers_of(person_id) end);
create policy target_remove on target for delete to duologue_web
  using (case when person_id is null then (select app.viewer_is_admin()) or app.manages_team(team_id)
              else app.may_change_numbers_of(person_id) end);
create policy target_change_read on target_change for select to duologue_web
  using (case when person_id is null then app.sees_team_target(team_id) else app.sees_numbers_of(person_id) end);
create policy target_hit_read on target_hit for select to duologue_web using (app.sees_numbers_of(person_id));
create policy target_hit_jobs on target_hit for select to duologue_worker using (true);
create policy target_check_jobs on target_check for all to duologue_worker using (true);

create policy service_account_all on service_account for all to duologue_web using ((select app.viewer_is_admin()));
create policy access_token_read on access_token for select to duologue_web
  using ((select app.viewer_is_admin()) and (person_id is null or person_id = (select app.viewer_id())));
create policy access_token_add on access_token for insert to duologue_web
  with check ((select app.viewer_is_admin()) and created_by = (select app.viewer_id()) and revoked_at is null
              and (person_id is null or person_id = (select app.viewer_id())));
create policy access_token_revoke on access_token for update to duologue_web
  using ((select app.viewer_is_admin()) and (person_id is null or person_id = (select app.viewer_id())))
  with check (revoked_at is not null);

-- A new target takes over from its day on: the one before ends the day before, and what would begin later is gone.
create function app.target_takes_over() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  -- Of two at the same moment the second must see the first.
  perform pg_advisory_xact_lock(hashtextextended(
    concat_ws('/', 'target', new.kpi_id, coalesce(new.person_id, new.team_id), new.period), 0));
  delete from public.target t
   where t.kpi_id = new.kpi_id and t.period = new.period and t.id <> new.id
     and t.person_id is not distinct from new.person_id and t.team_id is not distinct from new.team_id
     and t.valid_from >= new.valid_from and (new.valid_to is null or t.valid_from <= new.valid_to);
  update public.target t set valid_to = new.valid_from - 1, version = t.version + 1
   where t.kpi_id = new.kpi_id and t.period = new.period and t.id <> new.id
     and t.person_id is not distinct from new.person_id and t.team_id is not distinct from new.team_id
     and t.valid_from < new.valid_from and (t.valid_to is null or t.valid_to >= new.valid_from);
  return new;
end
$$;
create trigger target_takes_over before insert on target for each row execute function app.target_takes_over();

create function app.guard_target() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if (new.id, new.kpi_id, new.person_id, new.team_id, new.period, new.valid_from, new.set_by, new.set_at) is distinct from
     (old.id, old.kpi_id, old.person_id, old.team_id, old.period, old.valid_from, old.set_by, old.set_at)
     or new.version <= old.version then
    raise exception 'another target is a new one' using errcode = 'restrict_violation';
  end if;
  if exists (
    select from public.target t
     where t.kpi_id = new.kpi_id and t.period = new.period and t.id <> new.id
       and t.person_id is not distinct from new.person_id and t.team_id is not distinct from new.team_id
       and t.valid_from > new.valid_from and (new.valid_to is null or t.valid_from <= new.valid_to)) then
    raise exception 'another target begins before this one would end' using errcode = 'exclusion_violation';
  end if;
  return new;
end
$$;
create trigger target_guard before update on target for each row execute function app.guard_target();

create function app.note_target_change() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  t public.target := case when tg_op = 'DELETE' then old else new end;
begin
  -- It went with its person or team.
  if tg_op = 'DELETE' and not exists (select from public.person p where p.id = t.person_id)
     and not exists (select from public.team g where g.id = t.team_id) then
    return null;
  end if;
  insert into public.target_change (id, target_id, kpi_id, person_id, team_id, period, what, value, valid_from, valid_to, by_id, at)
  values (gen_random_uuid(), t.id, t.kpi_id, t.person_id, t.team_id, t.period,
          case tg_op when 'INSERT' then 'set' when 'UPDATE' then 'changed' else 'removed' end,
          t.value, t.valid_from, t.valid_to, coalesce(app.viewer_id(), t.set_by), date_trunc('milliseconds', now()));
  return null;
end
$$;
create trigger target_change_noted after insert or update or delete on target
  for each row execute function app.note_target_change();

-- Tokens of programs. The setting holds the token, not what it may do: a forged setting gives nothing.

create function app.token_scope() returns text
language sql stable security definer set search_path = pg_catalog, public as $$
  select t.scope
    from public.access_token t
    left join public.person p on p.id = t.person_id
    left join public.service_account s on s.id = t.service_account_id
   where t.token_hash = sha256(convert_to(nullif(current_setting('app.access_token', true), ''), 'UTF8'))
     and t.revoked_at is null
     and case when t.person_id is null then s.closed_at is null else p.is_admin and p.active and p.has_login end
$$;

create function app.begin_token(token text, at timestamptz) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  perform set_config('app.session_token', '', true), set_config('app.access_token', coalesce(token, ''), true);
  if app.token_scope() is not null then
    update public.access_token t set last_used_at = begin_token.at
     where t.token_hash = sha256(convert_to(token, 'UTF8'))
       and (t.last_used_at is null or t.last_used_at < begin_token.at - interval '1 minute');
  end if;
  return app.token_scope();
end
$$;
comment on function app.begin_token(text, timestamptz) is 'First statement of a request with a token: what it may do, or null. It is no session: nothing can be read with it.';

create function app.may_load_readings() returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select app.viewer_is_admin() or coalesce(app.token_scope() = 'kpi-readings:write', false) or app.asks_as_owner()
$$;

-- Whose readings they are: by id or, as files have them, by address. A manager finds those they manage.
create function app.find_people_for_readings(people text[])
returns table (said text, person_id uuid)
language sql stable security definer set search_path = pg_catalog, public as $$
  select r.said, p.id
    from unnest(people) as r (said)
    left join public.person_address a on a.email = lower(r.said)
    join public.person p
      on p.id = coalesce(a.person_id, case when r.said ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then r.said::uuid end)
   where app.may_load_readings() or app.manages(app.viewer_id(), p.id)
$$;

create function app.find_kpis_for_readings(kpis text[])
returns table (said text, kpi_id uuid, archived boolean)
language sql stable security definer set search_path = pg_catalog, public as $$
  select r.said, k.id, k.archived_at is not null
    from unnest(kpis) as r (said)
    join public.kpi k on k.id::text = lower(r.said) or lower(k.name) = lower(r.said)
   where app.may_load_readings() or app.viewer_manages_a_team()
$$;

-- All or nothing. Answers how many were new, how many replaced another value, how many were there already.
create function app.record_readings(kpis uuid[], people uuid[], days date[], readings numeric[], source text, at timestamptz)
returns table (added bigint, replaced bigint, unchanged bigint)
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if not app.may_load_readings() and exists (
    select from unnest(people) as p (id) where not app.manages(app.viewer_id(), p.id)) then
    raise exception 'these numbers are not theirs to write' using errcode = 'insufficient_privilege';
  end if;
  if exists (select from public.kpi k where k.id = any (kpis) and k.archived_at is not null) then
    raise exception 'an archived KPI takes no readings' using errcode = 'restrict_violation';
  end if;
  insert into public.target_check (person_id, kpi_id, asked_at)
  select distinct r.person, r.kpi, record_readings.at
    from unnest(people, kpis) as r (person, kpi)
   where r.kpi in (select t.kpi_id from public.target t)
  on conflict on constraint target_check_pkey do update set asked_at = excluded.asked_at;
  return query
    with written as (
      insert into public.reading as r (person_id, kpi_id, day, value, source, recorded_at)
      select person, kpi, day, value, record_readings.source, record_readings.at
        from unnest(people, kpis, days, readings) as n (person, kpi, day, value)
      on conflict (person_id, kpi_id, day) do update
         set value = excluded.value, source = excluded.source, recorded_at = excluded.recorded_at
       where r.value <> excluded.value
      returning (xmax = 0) as is_new)
    select count(*) filter (where is_new), count(*) filter (where not is_new), cardinality(people) - count(*)
      from written;
end
$$;
