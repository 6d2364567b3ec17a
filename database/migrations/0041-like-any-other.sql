-- A target that two agreed on has an id like one that was set by hand: what made it shows nowhere. PostgreSQL 15 has no
-- uuidv7() of its own.
create function app.new_id(at timestamptz) returns uuid
language sql volatile set search_path = pg_catalog, public as $$
  select (lpad(to_hex(floor(extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(r.hex, 14))::uuid
    from (select replace(gen_random_uuid()::text, '-', '') as hex) r
$$;

create or replace function app.take_up_targets(one_on_one uuid, at timestamptz) returns integer
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
      values (app.new_id(take_up_targets.at), (agreed.measure ->> 'kpiId')::uuid, agreed.employee_id, agreed.measure ->> 'period',
              (agreed.target ->> 'value')::numeric, (agreed.target ->> 'from')::date, agreed.manager_id, take_up_targets.at);
      taken := taken + 1;
    end if;
  end loop;
  return taken;
end
$$;
