-- Targets hit by one load are told together; and whoever looks for hits stands in nobody's way.

-- A job takes the checks of so many people, those that have waited longest, and all of each, so that what one load
-- brought somebody is told at once. What a load that is not over holds is left for the next time: nobody waits for the
-- other in a circle. Given back where the transaction does not end well.
drop function app.numbers_to_check(integer);
create function app.take_numbers_to_check(people integer)
returns table (person_id uuid, kpi_id uuid, direction text, aggregation text, targets jsonb, readings jsonb)
language sql volatile security definer set search_path = pg_catalog, public as $$
  with taken as (
    delete from public.target_check d
     where (d.person_id, d.kpi_id) in (
       select c.person_id, c.kpi_id from public.target_check c
        where c.person_id in (
          select w.person_id from public.target_check w
           group by w.person_id order by min(w.asked_at), w.person_id limit people)
          for update skip locked)
    returning d.person_id, d.kpi_id, d.asked_at)
  select c.person_id, c.kpi_id, k.direction, k.aggregation,
         (select jsonb_agg(jsonb_build_object('id', t.id, 'teamId', t.team_id, 'period', t.period, 'value', t.value,
                                              'validFrom', t.valid_from, 'validTo', t.valid_to))
            from public.target t
           where t.kpi_id = c.kpi_id
             and (t.person_id = c.person_id
                  or t.team_id in (select m.team_id from public.team_member m where m.person_id = c.person_id))),
         (select jsonb_agg(jsonb_build_array(r.day, r.value) order by r.day)
            from public.reading r
           where r.person_id = c.person_id and r.kpi_id = c.kpi_id and r.day >= (c.asked_at::date - 740))
    from taken c join public.kpi k on k.id = c.kpi_id
   order by c.person_id, c.kpi_id
$$;
drop policy target_check_jobs on target_check;
revoke select, delete on target_check from duologue_worker;

-- One notice for each who is told, however many targets the person hit by then.
create or replace function app.tell_target_hit(target uuid, person uuid, starts_on date, at timestamptz) returns integer
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
       select from public.team_manager m
         join public.team_member e on e.team_id = m.team_id
         join public.person whose on whose.id = e.person_id and whose.active
        where m.person_id = p.id and e.person_id = person and m.person_id <> person))
     and not exists (
       select from public.notice n
        where n.recipient_id = p.id and n.at = tell_target_hit.at and n.kind = 'target.hit' and n.person_id = person);
  get diagnostics told = row_count;
  return told;
end
$$;
create index target_hit_of_person on target_hit (person_id, hit_at);

create or replace function app.check_targets_again(at timestamptz) returns integer
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
   order by p.id, t.kpi_id
  on conflict on constraint target_check_pkey do nothing;
  get diagnostics asked = row_count;
  return asked;
end
$$;

-- Of a load in parts all checks come before all readings, as they do within a part.
create function app.ask_for_checks(kpis uuid[], people uuid[], at timestamptz) returns void
language sql volatile security definer set search_path = pg_catalog, public as $$
  insert into public.target_check (person_id, kpi_id, asked_at)
  select distinct r.person, r.kpi, ask_for_checks.at
    from unnest(people, kpis) as r (person, kpi)
   where app.may_load_readings() and r.kpi in (select t.kpi_id from public.target t)
   order by r.person, r.kpi
  on conflict on constraint target_check_pkey do update set asked_at = excluded.asked_at
$$;
