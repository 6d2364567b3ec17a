-- Numbers of a person lie side by side in the index, value and all, in whatever order the days were loaded.
alter table reading drop constraint reading_pkey;
alter table reading add primary key (person_id, kpi_id, day) include (value);

-- Atomic bodies need no search_path of their own; and each way a target binds somebody has its own index.

create or replace function app.sees_numbers_of(person uuid) returns boolean
language sql stable security definer
begin atomic
  select app.viewer_id() is not null
     and (person = app.viewer_id() or app.viewer_is_admin() or app.manages(app.viewer_id(), person));
end;
alter function app.sees_numbers_of(uuid) reset search_path;

create or replace function app.working_days_of(person uuid) returns smallint[]
language sql stable security definer
begin atomic
  select case when app.sees_numbers_of(person)
              then coalesce((select w.days from public.working_hours w where w.person_id = person), '{1,2,3,4,5}') end;
end;
alter function app.working_days_of(uuid) reset search_path;

create or replace function app.targets_binding(person uuid)
returns table (id uuid, kpi_id uuid, team_id uuid, period text, value numeric, valid_from date, valid_to date, set_at timestamptz)
language sql stable security definer
begin atomic
  select t.id, t.kpi_id, t.team_id, t.period, t.value, t.valid_from, t.valid_to, t.set_at
    from public.target t
   where t.person_id = targets_binding.person and (select app.sees_numbers_of(targets_binding.person))
  union all
  select t.id, t.kpi_id, t.team_id, t.period, t.value, t.valid_from, t.valid_to, t.set_at
    from public.team_member m join public.target t on t.team_id = m.team_id
   where m.person_id = targets_binding.person and (select app.sees_numbers_of(targets_binding.person));
end;
alter function app.targets_binding(uuid) reset search_path;
