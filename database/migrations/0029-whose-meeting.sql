-- What the application already keeps of meetings, kept a second time: the manager alone begins one, each change is in
-- the name of whoever makes it, and a series asks the employee out of no template that its manager may not use.

create or replace function app.guard_meeting() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if tg_op = 'DELETE' then
    if old.status = 'held' and not app.asks_as_owner()
       and exists (select from public.series s where s.id = old.series_id) then
      raise exception 'a held meeting stays' using errcode = 'restrict_violation';
    end if;
    return old;
  end if;
  if tg_op = 'UPDATE'
     and ((new.id, new.series_id, new.slot_at, new.is_extra) is distinct from (old.id, old.series_id, old.slot_at, old.is_extra)
          or (old.status = 'held' and (new.status, new.held_at, new.starts_at) is distinct from ('held', old.held_at, old.starts_at))) then
    raise exception 'a held meeting stays, and an occurrence keeps its slot' using errcode = 'restrict_violation';
  end if;
  if (new.held_at, new.ended_at) is distinct from
       (case when tg_op = 'UPDATE' then old.held_at end, case when tg_op = 'UPDATE' then old.ended_at end)
     and not app.asks_as_owner()
     and not exists (select from public.series s where s.id = new.series_id and s.manager_id = app.viewer_id()) then
    raise exception 'the manager begins and ends a meeting' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
drop trigger meeting_guard on meeting;
create trigger meeting_guard before insert or update or delete on meeting
  for each row execute function app.guard_meeting();

create or replace function app.asked_before_meeting(series uuid)
returns table (section_id uuid, item_id uuid, kind text, prompt text, options jsonb, place bigint)
language sql stable security definer set search_path = pg_catalog, public as $$
  select (section ->> 'id')::uuid, (item ->> 'id')::uuid, item ->> 'kind', item ->> 'prompt', item -> 'options',
         section_at * 1000 + item_at
    from public.series s
    join public.template t on t.id = s.template_id and (t.shared or t.owner_id = s.manager_id),
         jsonb_array_elements(t.sections) with ordinality as sections (section, section_at),
         jsonb_array_elements(section -> 'items') with ordinality as items (item, item_at)
   where s.id = asked_before_meeting.series and app.viewer_id() in (s.manager_id, s.employee_id)
     and (item ->> 'kind' = 'update' or item ->> 'answeredBy' = 'employee')
   order by section_at, item_at
$$;
