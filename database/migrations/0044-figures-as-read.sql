-- The figures that an approval freezes come from the session of whoever approves. So the database looks itself whether
-- they are what the readings and targets give, all of them and no others, in the same words. It looks when the approval is
-- given, whatever was kept before it: none is missing, none is of an earlier hour. What follows from the values (pace,
-- progress) is the program's arithmetic, and part of the digest like everything else.

-- What the readings of a period come to; null where there are none. Like valueOf in the program.
create function app.value_of(aggregation text, bucket jsonb) returns numeric
language sql immutable as $$
  select case aggregation
           when 'sum' then (bucket ->> 'sum')::numeric
           when 'average' then (bucket ->> 'sum')::numeric / (bucket ->> 'count')::numeric
           when 'last' then (bucket ->> 'last')::numeric
           when 'count' then (bucket ->> 'count')::numeric
         end
$$;

create function app.period_end(period text, starts_on date) returns date
language sql immutable as $$
  select least((starts_on + case period when 'quarter' then interval '3 months' else ('1 ' || period)::interval end)::date - 1,
               '9999-12-31')
$$;

-- The first day of the period so many before the one that begins on a day. Like stepFrom in the program.
create function app.period_back(period text, starts_on date, many integer) returns date
language sql immutable as $$
  select case period
           when 'day' then starts_on - many
           when 'week' then starts_on - 7 * many
           when 'month' then (starts_on - make_interval(months => many))::date
           when 'quarter' then (starts_on - make_interval(months => 3 * many))::date
           when 'year' then (starts_on - make_interval(years => many))::date
         end
$$;

-- The numbers of periods in the order of their first days.
create function app.points_of(starts date[], period text, kpi jsonb, buckets jsonb, targets jsonb)
returns table (at bigint, starts_on date, readings numeric, value numeric, target numeric, target_of text)
language sql immutable set search_path = pg_catalog as $$
  with wanted as materialized (
    select s.at, s.starts_on, app.period_end(period, s.starts_on) as ends_on
      from unnest(starts) with ordinality as s (starts_on, at)),
  held as materialized (
    select t."teamId" is not null as of_team, t.value, t."validFrom" as holds_from,
           coalesce(t."validTo", 'infinity') as holds_to,
           t.value * case kpi ->> 'direction' when 'higher' then -1 else 1 end as ease
      from jsonb_to_recordset(targets) as t ("teamId" uuid, value numeric, "validFrom" date, "validTo" date)),
  was_read as materialized (
    select (b ->> 'startsOn')::date as starts_on, b as bucket from jsonb_array_elements(buckets) b)
  select s.at, s.starts_on, coalesce((r.bucket ->> 'count')::numeric, 0), app.value_of(kpi ->> 'aggregation', r.bucket),
         h.value, case h.of_team when true then 'team' when false then 'person' end
    from wanted s
    left join was_read r on r.starts_on = s.starts_on
    -- A person's own before their teams', of these the most demanding. Like targetOf.
    left join lateral (
      select t.of_team, t.value from held t
       where s.ends_on between t.holds_from and t.holds_to
       order by t.of_team, t.ease limit 1) h on true
$$;

-- The program reckons in doubles, and keeps six decimals.
create function app.is_number(said jsonb, found numeric) returns boolean
language sql immutable as $$
  select case when found is null then said = 'null'
              when jsonb_typeof(said) = 'number' then abs((said #>> '{}')::numeric - found) <= 0.000001 + 1e-15 * abs(found)
              else false end
$$;

create function app.has_only(said jsonb, keys text[]) returns boolean
language sql immutable as $$
  select jsonb_typeof(said) = 'object' and said ?& keys and said - keys = '{}'
$$;

create function app.figures_hold(figures jsonb, held_on date, approved_at timestamptz, measure jsonb, kpi jsonb, buckets jsonb, targets jsonb)
returns boolean
language plpgsql stable set search_path = pg_catalog as $$
declare
  period text := measure ->> 'period';
  compare_with text := measure ->> 'compareWith';
  this_one date := app.period_start(period, held_on);
  starts_on date := case measure ->> 'which' when 'last' then app.period_back(period, this_one, 1) else this_one end;
  compared_from date := case when compare_with = 'previous' then app.period_back(period, starts_on, 1)
                             when period in ('day', 'week') then starts_on - 364
                             else app.period_back('year', starts_on, 1) end;
  many integer := case period when 'day' then 30 when 'quarter' then 8 when 'year' then 5 else 13 end;
  here record;
  compared record;
begin
  select * into here from app.points_of(array[starts_on], period, kpi, buckets, targets);
  select * into compared from app.points_of(array[compared_from], period, kpi, buckets, targets);
  return app.has_only(figures, '{kpi,period,startsOn,endsOn,asOf,value,readings,target,expected,progress,state,compared,trend}')
     and figures -> 'kpi' = kpi
     and figures ->> 'period' = period
     and figures ->> 'startsOn' = to_char(starts_on, 'YYYY-MM-DD')
     and figures ->> 'endsOn' = to_char(app.period_end(period, starts_on), 'YYYY-MM-DD')
     -- Where the organisation is, it can be a day earlier or later.
     and figures ->> 'asOf' in (select to_char((approved_at at time zone 'UTC')::date + d, 'YYYY-MM-DD') from generate_series(-1, 1) d)
     and app.is_number(figures -> 'readings', here.readings)
     and app.is_number(figures -> 'value', here.value)
     and case when here.target is null then figures -> 'target' = 'null'
              else app.has_only(figures -> 'target', '{value,of}')
                   and app.is_number(figures #> '{target,value}', here.target)
                   and figures #>> '{target,of}' = here.target_of end
     and jsonb_typeof(figures -> 'expected') = case when here.target is null then 'null' else 'number' end
     and jsonb_typeof(figures -> 'progress') in ('null', case when here.target is null then 'null' else 'number' end)
     and case when here.target is null then figures -> 'state' = 'null'
              else figures ->> 'state' in ('on-track', 'at-risk', 'behind', 'no-data') end
     and case when compare_with = 'none' then figures -> 'compared' = 'null'
              else app.has_only(figures -> 'compared', '{with,startsOn,value}')
                   and figures #>> '{compared,with}' = compare_with
                   and figures #>> '{compared,startsOn}' = to_char(compared_from, 'YYYY-MM-DD')
                   and app.is_number(figures #> '{compared,value}', compared.value) end
     and (select count(*) = many and bool_and(coalesce(
                   app.has_only(t.said, '{startsOn,value,target}')
                   and t.said ->> 'startsOn' = to_char(p.starts_on, 'YYYY-MM-DD')
                   and app.is_number(t.said -> 'value', p.value)
                   and app.is_number(t.said -> 'target', p.target), false))
            from app.points_of(array(select app.period_back(period, starts_on, many - n) from generate_series(1, many) n order by n),
                               period, kpi, buckets, targets) p
            full join jsonb_array_elements(figures -> 'trend') with ordinality as t (said, at) on t.at = p.at);
end
$$;

create function app.look_at_figures() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if app.asks_as_owner() then
    return null;
  end if;
  if exists (
    select from app.measured_in(new.one_on_one_id) m
      full join (select f.item_id, f.figures from public.item_figures f where f.one_on_one_id = new.one_on_one_id) a
        on a.item_id = m.item_id
      join public.one_on_one o on o.id = new.one_on_one_id
     where a.item_id is null or m.item_id is null
        -- Neither the program nor anybody counts days as they were before.
        or (o.held_on >= '0010-01-01'
            and app.figures_hold(a.figures, o.held_on, new.at, m.measure, m.kpi, m.buckets, m.targets) is not true)) then
    raise exception 'these are not the numbers of the record' using errcode = 'restrict_violation';
  end if;
  return null;
end
$$;
create trigger approval_looks_at_figures after insert on approval for each row execute function app.look_at_figures();

-- What is kept is kept with the approval: not before, to stand in its way, and not after, unlooked at.
create function app.keep_figures_of_approval() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not app.asks_as_owner() and not exists (
    select from public.one_on_one o where o.id = new.one_on_one_id and o.state = 'approved') then
    raise exception 'figures are kept when the record is approved' using errcode = 'restrict_violation';
  end if;
  return null;
end
$$;
create constraint trigger item_figures_with_approval after insert on item_figures deferrable initially deferred
  for each row execute function app.keep_figures_of_approval();
delete from item_figures f using one_on_one o where o.id = f.one_on_one_id and o.state <> 'approved';

drop policy item_figures_add on item_figures;
create policy item_figures_add on item_figures for insert to duologue_web
  with check ((select o.employee_id = (select app.viewer_id()) and o.state = 'pending_approval'
                 from one_on_one o where o.id = one_on_one_id)
              and (select i.one_on_one_id = item_figures.one_on_one_id and i.kind in ('kpi', 'target') from item i where i.id = item_id)
              and not exists (select from approval a where a.one_on_one_id = item_figures.one_on_one_id));

-- Targets of other years say nothing in a record, and there can be one for each day.
create or replace function app.measured_in(one_on_one uuid)
returns table (item_id uuid, measure jsonb, kpi jsonb, working_days smallint[], buckets jsonb, targets jsonb)
language sql stable security definer set search_path = pg_catalog, public as $$
  select i.id, i.measure,
         jsonb_build_object('id', k.id, 'name', k.name, 'unit', k.unit, 'currency', k.currency, 'direction', k.direction,
                            'aggregation', k.aggregation, 'decimals', k.decimals),
         coalesce((select w.days from public.working_hours w where w.person_id = o.employee_id), '{1,2,3,4,5}'),
         (select jsonb_agg(jsonb_build_object('startsOn', b.starts_on, 'sum', b.sum, 'count', b.count, 'last', b.last)
                           order by b.starts_on)
            from (select app.period_start(i.measure ->> 'period', r.day) as starts_on, sum(r.value) as sum,
                         count(*) as count, (array_agg(r.value order by r.day desc))[1] as last
                    from public.reading r
                   where r.person_id = o.employee_id and r.kpi_id = k.id
                     and r.day >= s.looked_from and r.day <= o.held_on + 366
                   group by 1) b),
         (select jsonb_agg(jsonb_build_object('teamId', t.team_id, 'value', t.value, 'validFrom', t.valid_from,
                                              'validTo', t.valid_to, 'setAt', t.set_at))
            from public.target t
           where t.kpi_id = k.id and t.period = i.measure ->> 'period'
             and t.valid_from <= o.held_on + 366 and coalesce(t.valid_to, 'infinity') >= s.looked_from
             and (t.person_id = o.employee_id
                  or t.team_id in (select m.team_id from public.team_member m where m.person_id = o.employee_id)))
    from public.one_on_one o
    join public.item i on i.one_on_one_id = o.id and i.measure is not null
    join public.kpi k on k.id::text = i.measure ->> 'kpiId'
   cross join lateral (
     select app.period_start(i.measure ->> 'period', o.held_on)
            - case i.measure ->> 'period' when 'year' then 1900 when 'quarter' then 800 else 430 end as looked_from) s
   where o.id = one_on_one
     and case when app.viewer_id() = o.manager_id then app.manages(o.manager_id, o.employee_id)
              else o.state <> 'draft' and app.viewer_id() = any (array[o.employee_id] || o.participant_ids) end
$$;

-- Two approvals at once that set the same targets take their turns in the same order, so that neither waits for the
-- other in a circle.
create or replace function app.take_up_targets(one_on_one uuid, at timestamptz) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  agreed record;
  taken integer := 0;
begin
  for agreed in
    select k.id as kpi_id, o.employee_id, i.measure ->> 'period' as period
      from public.one_on_one o
      join public.item i on i.one_on_one_id = o.id and i.kind = 'target' and i.answer ? 'target'
      join public.kpi k on k.id::text = i.measure ->> 'kpiId'
     where o.id = one_on_one and o.employee_id = app.viewer_id() and o.state = 'pending_approval'
     order by k.id, 3
  loop
    perform app.take_turn_at_target(agreed.kpi_id, agreed.employee_id, agreed.period);
  end loop;
  for agreed in
    select o.manager_id, o.employee_id, i.measure, i.answer -> 'target' as target
      from public.one_on_one o
      join public.item i on i.one_on_one_id = o.id and i.kind = 'target' and i.answer ? 'target'
      join public.kpi k on k.id::text = i.measure ->> 'kpiId' and k.archived_at is null
     where o.id = one_on_one and o.employee_id = app.viewer_id() and o.state = 'pending_approval'
       and exists (select from public.approval a where a.one_on_one_id = o.id)
     order by i.position, i.id
  loop
    if app.manages(agreed.manager_id, agreed.employee_id) then
      insert into public.target (id, kpi_id, person_id, period, value, valid_from, set_by, set_at)
      values (app.new_id(take_up_targets.at), (agreed.measure ->> 'kpiId')::uuid, agreed.employee_id, agreed.measure ->> 'period',
              (agreed.target ->> 'value')::numeric, (agreed.target ->> 'from')::date, agreed.manager_id, take_up_targets.at);
      taken := taken + 1;
    end if;
  end loop;
  return taken;
end
$$;
