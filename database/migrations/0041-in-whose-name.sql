-- A target that two agreed on is set in the manager's name, and so is what gives way to it: the history of targets, which
-- admins and later managers read, tells of no approval.
create or replace function app.target_takes_over() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  -- Of two at the same moment the second must see the first.
  perform app.take_turn_at_target(new.kpi_id, coalesce(new.person_id, new.team_id), new.period);
  perform set_config('app.target_set_by', new.set_by::text, true);
  delete from public.target t
   where t.kpi_id = new.kpi_id and t.period = new.period and t.id <> new.id
     and t.person_id is not distinct from new.person_id and t.team_id is not distinct from new.team_id
     and t.valid_from >= new.valid_from and (new.valid_to is null or t.valid_from <= new.valid_to);
  update public.target t set valid_to = new.valid_from - 1, version = t.version + 1
   where t.kpi_id = new.kpi_id and t.period = new.period and t.id <> new.id
     and t.person_id is not distinct from new.person_id and t.team_id is not distinct from new.team_id
     and t.valid_from < new.valid_from and (t.valid_to is null or t.valid_to >= new.valid_from);
  perform set_config('app.target_set_by', '', true);
  return new;
end
$$;

create or replace function app.note_target_change() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  t public.target := case when tg_op = 'DELETE' then old else new end;
  -- Within a takeover: whoever set the target that takes over. A setting of somebody's own says nothing.
  setter uuid := case when pg_trigger_depth() > 1 then nullif(current_setting('app.target_set_by', true), '')::uuid end;
begin
  -- It went with its person or team.
  if tg_op = 'DELETE' and not exists (select from public.person p where p.id = t.person_id)
     and not exists (select from public.team g where g.id = t.team_id) then
    return null;
  end if;
  insert into public.target_change (id, target_id, kpi_id, person_id, team_id, period, what, value, valid_from, valid_to, by_id, at)
  values (gen_random_uuid(), t.id, t.kpi_id, t.person_id, t.team_id, t.period,
          case tg_op when 'INSERT' then 'set' when 'UPDATE' then 'changed' else 'removed' end,
          t.value, t.valid_from, t.valid_to,
          case when tg_op = 'INSERT' then t.set_by else coalesce(setter, app.viewer_id(), t.set_by) end,
          date_trunc('milliseconds', now()));
  return null;
end
$$;

update target_change c set by_id = t.set_by
  from target t where t.id = c.target_id and c.what = 'set' and c.by_id <> t.set_by;
update target_change c set by_id = s.by_id
  from target_change s
 where c.what <> 'set' and s.what = 'set' and s.at = c.at and c.by_id = c.person_id and c.by_id <> s.by_id
   and (s.kpi_id, s.person_id, s.period) = (c.kpi_id, c.person_id, c.period);

-- Whoever sets a target and whoever says when one ends take turns, or both would hold at once.
create function app.take_turn_at_target(kpi uuid, whose uuid, period text) returns void
language sql volatile set search_path = pg_catalog, public as $$
  select pg_advisory_xact_lock(hashtextextended(concat_ws('/', 'target', kpi, whose, period), 0))
$$;

create or replace function app.guard_target() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if (new.id, new.kpi_id, new.person_id, new.team_id, new.period, new.valid_from, new.set_by, new.set_at) is distinct from
     (old.id, old.kpi_id, old.person_id, old.team_id, old.period, old.valid_from, old.set_by, old.set_at)
     or new.version <= old.version then
    raise exception 'another target is a new one' using errcode = 'restrict_violation';
  end if;
  perform app.take_turn_at_target(new.kpi_id, coalesce(new.person_id, new.team_id), new.period);
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

-- An id is an id, also where another KPI has it for a name.
create or replace function app.find_kpis_for_readings(kpis text[])
returns table (said text, kpi_id uuid, archived boolean)
language sql stable security definer set search_path = pg_catalog, public as $$
  select distinct on (r.said) r.said, k.id, k.archived_at is not null
    from unnest(kpis) as r (said)
    join public.kpi k on k.id::text = lower(r.said) or lower(k.name) = lower(r.said)
   where app.may_load_readings() or app.viewer_manages_a_team()
   order by r.said, k.id::text = lower(r.said) desc
$$;

-- Two loads at once ask for their checks in the same order, so that neither waits for the other in a circle.
create or replace function app.record_readings(kpis uuid[], people uuid[], days date[], readings numeric[], source text, at timestamptz)
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
   order by r.person, r.kpi
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

-- An admin's own tokens end for good with their being an admin: who becomes one again makes new ones.
create function app.end_access_tokens() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update public.access_token t set revoked_at = now() where t.person_id = new.id and t.revoked_at is null;
  return null;
end
$$;
create trigger person_access_tokens_end after update on person for each row
  when ((old.is_admin and old.active and old.has_login) and not (new.is_admin and new.active and new.has_login))
  execute function app.end_access_tokens();
