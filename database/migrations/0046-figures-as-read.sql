-- The figures that an approval freezes come from the session of whoever approves. So the database looks itself whether
-- they are what the readings and targets give, all of them and no others. What follows from these (pace, progress) is the
-- program's arithmetic, and part of the digest like everything else.

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

-- The target that holds on a day: a person's own before their teams', of these the most demanding. Like targetOf.
create function app.target_on(targets jsonb, direction text, day date) returns numeric
language sql immutable set search_path = pg_catalog as $$
  select (t ->> 'value')::numeric
    from jsonb_array_elements(targets) t
   where (t ->> 'validFrom')::date <= day and coalesce((t ->> 'validTo')::date, 'infinity') >= day
   order by t ->> 'teamId' is not null, (t ->> 'value')::numeric * case direction when 'higher' then -1 else 1 end
   limit 1
$$;

create function app.period_end(period text, starts_on date) returns date
language sql immutable as $$
  select least((starts_on + case period when 'quarter' then interval '3 months' else ('1 ' || period)::interval end)::date - 1,
               '9999-12-31')
$$;

-- The program reckons in doubles, and keeps six decimals.
create function app.is_near(one numeric, other numeric) returns boolean
language sql immutable as $$
  select case when one is null or other is null then one is null and other is null
              else abs(one - other) <= 0.000001 * greatest(1, abs(other)) end
$$;

create function app.figures_hold(figures jsonb, held_on date, measure jsonb, kpi jsonb, buckets jsonb, targets jsonb) returns boolean
language plpgsql stable set search_path = pg_catalog as $$
declare
  period text := measure ->> 'period';
  aggregation text := kpi ->> 'aggregation';
  direction text := kpi ->> 'direction';
  present date := app.period_start(period, held_on);
  starts_on date := case measure ->> 'which' when 'last' then app.period_start(period, present - 1) else present end;
  by_start jsonb := (select jsonb_object_agg(b ->> 'startsOn', b) from jsonb_array_elements(buckets) b);
  here jsonb := by_start -> to_char(starts_on, 'YYYY-MM-DD');
begin
  return figures -> 'kpi' = kpi
     and figures ->> 'period' = period
     and figures ->> 'startsOn' = to_char(starts_on, 'YYYY-MM-DD')
     and figures ->> 'endsOn' = to_char(app.period_end(period, starts_on), 'YYYY-MM-DD')
     and (figures ->> 'readings')::numeric = coalesce((here ->> 'count')::numeric, 0)
     and app.is_near((figures ->> 'value')::numeric, app.value_of(aggregation, here))
     and app.is_near((figures #>> '{target,value}')::numeric,
                     app.target_on(targets, direction, app.period_end(period, starts_on)))
     and coalesce(figures #>> '{compared,with}', 'none') = measure ->> 'compareWith'
     and app.is_near((figures #>> '{compared,value}')::numeric,
                     app.value_of(aggregation, by_start -> (figures #>> '{compared,startsOn}')))
     and figures #>> '{trend,-1,startsOn}' = to_char(starts_on, 'YYYY-MM-DD')
     and (select bool_and(
            app.is_near((p ->> 'value')::numeric, app.value_of(aggregation, by_start -> (p ->> 'startsOn')))
            and app.is_near((p ->> 'target')::numeric,
                            app.target_on(targets, direction, app.period_end(period, (p ->> 'startsOn')::date))))
            from jsonb_array_elements(figures -> 'trend') p);
end
$$;

create function app.look_at_figures() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  record_id uuid;
begin
  if app.asks_as_owner() then
    return null;
  end if;
  for record_id in select distinct a.one_on_one_id from added a loop
    if exists (
      select from app.measured_in(record_id) m
        full join (select a.item_id, a.figures from added a where a.one_on_one_id = record_id) a on a.item_id = m.item_id
        join public.one_on_one o on o.id = record_id
       -- Neither the program nor anybody counts days as they were before.
       where o.held_on >= '0010-01-01'
         and (a.item_id is null or m.item_id is null
              or app.figures_hold(a.figures, o.held_on, m.measure, m.kpi, m.buckets, m.targets) is not true)) then
      raise exception 'these are not the numbers of the record' using errcode = 'restrict_violation';
    end if;
  end loop;
  return null;
end
$$;
create trigger item_figures_looked_at after insert on item_figures
  referencing new table as added for each statement execute function app.look_at_figures();
