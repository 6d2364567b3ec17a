-- KPIs and targets in one-on-ones.

alter table item drop constraint item_kind_check;
alter table item add constraint item_kind_check
  check (kind in ('question', 'note', 'rating', 'mood', 'agenda', 'follow-up', 'update', 'kpi', 'target'));
alter table item add column measure jsonb;
alter table item add check ((kind in ('kpi', 'target')) = (measure is not null));
comment on column item.measure is 'Of a KPI or target: which KPI, over which period, compared with what.';

create table item_figures (
  item_id        uuid primary key references item on delete cascade,
  one_on_one_id  uuid not null references one_on_one on delete cascade,
  figures        jsonb not null
);
create index item_figures_of_one_on_one on item_figures (one_on_one_id);
comment on table item_figures is 'What the numbers were when the record was approved: they never move afterwards.';

alter table item_figures enable row level security;
create policy item_figures_read on item_figures for select to duologue_web
  using ((select true from one_on_one o where o.id = one_on_one_id));
create policy item_figures_add on item_figures for insert to duologue_web
  with check ((select o.employee_id = (select app.viewer_id()) and o.state = 'pending_approval'
                 from one_on_one o where o.id = one_on_one_id)
              and (select i.one_on_one_id = item_figures.one_on_one_id and i.kind in ('kpi', 'target') from item i where i.id = item_id));
create trigger item_figures_frozen before insert or update or delete on item_figures
  for each row execute function app.guard_frozen_content();

create function app.period_start(period text, day date) returns date
language sql immutable as $$
  select date_trunc(period, day::timestamp)::date
$$;

-- Everything that the numbers of one record are worked out from, for whoever may read it. A participant sees these
-- and no others; a former manager none, until they are part of the approved record.
create function app.measured_in(one_on_one uuid)
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
                     and r.day >= app.period_start(i.measure ->> 'period', o.held_on)
                                  - case i.measure ->> 'period' when 'year' then 1900 when 'quarter' then 800 else 430 end
                     and r.day <= o.held_on + 366
                   group by 1) b),
         (select jsonb_agg(jsonb_build_object('teamId', t.team_id, 'value', t.value, 'validFrom', t.valid_from,
                                              'validTo', t.valid_to, 'setAt', t.set_at))
            from public.target t
           where t.kpi_id = k.id and t.period = i.measure ->> 'period'
             and (t.person_id = o.employee_id
                  or t.team_id in (select m.team_id from public.team_member m where m.person_id = o.employee_id)))
    from public.one_on_one o
    join public.item i on i.one_on_one_id = o.id and i.measure is not null
    join public.kpi k on k.id::text = i.measure ->> 'kpiId'
   where o.id = one_on_one
     and case when app.viewer_id() = o.manager_id then app.manages(o.manager_id, o.employee_id)
              else o.state <> 'draft' and app.viewer_id() = any (array[o.employee_id] || o.participant_ids) end
$$;

-- What the two agreed on takes effect when the employee approves: read from the record itself, so that nobody
-- sets a target by it that was not approved. A former manager sets none.
create function app.take_up_targets(one_on_one uuid, at timestamptz) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  agreed record;
  taken integer := 0;
begin
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
      values (gen_random_uuid(), (agreed.measure ->> 'kpiId')::uuid, agreed.employee_id, agreed.measure ->> 'period',
              (agreed.target ->> 'value')::numeric, (agreed.target ->> 'from')::date, agreed.manager_id, take_up_targets.at);
      taken := taken + 1;
    end if;
  end loop;
  return taken;
end
$$;

-- A target was hit: told once to the person and to whoever manages them.

alter table notice add column person_id uuid references person on delete cascade;
comment on column notice.person_id is 'Whose numbers it is about.';

create function app.tell_target_hit(target uuid, person uuid, starts_on date, at timestamptz) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  told integer;
begin
  insert into public.target_hit (target_id, person_id, starts_on, hit_at)
  values (target, person, tell_target_hit.starts_on, tell_target_hit.at)
  on conflict do nothing;
  if not found then
    return 0;
  end if;
  insert into public.notice (id, kind, recipient_id, person_id, at)
  select gen_random_uuid(), 'target.hit', p.id, person, tell_target_hit.at
    from public.person p
   where p.active and p.has_login
     and (p.id = person or exists (
       select from public.team_manager m join public.team_member e on e.team_id = m.team_id
        where m.person_id = p.id and e.person_id = person and m.person_id <> person));
  get diagnostics told = row_count;
  return told;
end
$$;

-- What a job looks at to see whether targets were hit: the present period and the one before, of those whose numbers
-- changed since. Numbers and ids, no words.
create function app.numbers_to_check(most integer)
returns table (person_id uuid, kpi_id uuid, asked_at timestamptz, direction text, aggregation text,
               targets jsonb, readings jsonb)
language sql stable security definer set search_path = pg_catalog, public as $$
  select c.person_id, c.kpi_id, c.asked_at, k.direction, k.aggregation,
         (select jsonb_agg(jsonb_build_object('id', t.id, 'teamId', t.team_id, 'period', t.period, 'value', t.value,
                                              'validFrom', t.valid_from, 'validTo', t.valid_to, 'setAt', t.set_at))
            from public.target t
           where t.kpi_id = c.kpi_id
             and (t.person_id = c.person_id
                  or t.team_id in (select m.team_id from public.team_member m where m.person_id = c.person_id))),
         (select jsonb_agg(jsonb_build_array(r.day, r.value) order by r.day)
            from public.reading r
           where r.person_id = c.person_id and r.kpi_id = c.kpi_id and r.day >= (c.asked_at::date - 740))
    from public.target_check c join public.kpi k on k.id = c.kpi_id
   order by c.asked_at limit most
$$;

-- Targets that are only known to be hit when their period is over are looked at again on its first day after.
create function app.check_targets_again(at timestamptz) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  asked integer;
begin
  insert into public.target_check (person_id, kpi_id, asked_at)
  select distinct p.id, t.kpi_id, check_targets_again.at
    from public.target t
    join public.person p on p.active and (p.id = t.person_id or exists (
      select from public.team_member m where m.team_id = t.team_id and m.person_id = p.id))
   where exists (select from public.reading r where r.person_id = p.id and r.kpi_id = t.kpi_id
                    and r.day >= check_targets_again.at::date - 740)
  on conflict on constraint target_check_pkey do nothing;
  get diagnostics asked = row_count;
  return asked;
end
$$;
