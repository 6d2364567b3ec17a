-- Ten thousand names that no KPI has are found out to be none in one pass, not each against every KPI.
create or replace function app.find_kpis_for_readings(kpis text[])
returns table (said text, kpi_id uuid, archived boolean)
language sql stable security definer set search_path = pg_catalog, public as $$
  select distinct on (f.said) f.said, f.id, f.archived_at is not null
    from (select r.said, k.id, k.archived_at, true as by_id
            from unnest(kpis) as r (said) join public.kpi k on k.id::text = lower(r.said)
           union all
          select r.said, k.id, k.archived_at, false
            from unnest(kpis) as r (said) join public.kpi k on lower(k.name) = lower(r.said)) f
   where app.may_load_readings() or app.viewer_manages_a_team()
   -- An id is an id, also where another KPI has it for a name.
   order by f.said, f.by_id desc
$$;
