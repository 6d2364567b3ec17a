-- A meeting whose draft is deleted before anybody else could read it was not held after all: it is planned as it was,
-- and what the employee had sent for it waits for the next one instead of lying in nobody's sight.

alter table preparation add unique (id, series_id);
alter table meeting_record add column preparation_id uuid;
alter table meeting_record add foreign key (preparation_id, series_id) references preparation (id, series_id);
comment on column meeting_record.preparation_id is 'What the employee had sent, and this record took in.';

-- From within another trigger alone, a held meeting becomes a planned one again: no statement of anybody does that.
create or replace function app.guard_meeting() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  is_taken_back boolean := pg_trigger_depth() > 1;
begin
  if tg_op = 'DELETE' then
    if old.status = 'held' and not is_taken_back and not app.asks_as_owner()
       and exists (select from public.series s where s.id = old.series_id) then
      raise exception 'a held meeting stays' using errcode = 'restrict_violation';
    end if;
    return old;
  end if;
  if tg_op = 'UPDATE'
     and ((new.id, new.series_id, new.slot_at, new.is_extra) is distinct from (old.id, old.series_id, old.slot_at, old.is_extra)
          or (old.status = 'held' and not is_taken_back
              and (new.status, new.held_at, new.starts_at) is distinct from ('held', old.held_at, old.starts_at))) then
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

create or replace function app.guard_preparation() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if pg_trigger_depth() > 1 then
    return new;
  end if;
  if old.used_at is not null
     or (new.id, new.series_id, new.employee_id, new.created_at) is distinct from (old.id, old.series_id, old.employee_id, old.created_at)
     or (app.viewer_id() is distinct from old.employee_id and not app.asks_as_owner()
         and (new.update, new.answers, new.sent_at) is distinct from (old.update, old.answers, old.sent_at)) then
    raise exception 'what the employee prepared is theirs' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;

create function app.take_meeting_back() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  taken public.meeting_record;
begin
  select * into taken from public.meeting_record r where r.one_on_one_id = old.id;
  if not found then
    return old;
  end if;
  -- The series first, as everybody does who writes below it.
  perform from public.series s where s.id = taken.series_id for update;
  -- Begun on the spot, beside the rule: nobody had planned it.
  delete from public.meeting g
   where g.id = taken.meeting_id and g.is_extra and g.slot_at = date_trunc('second', g.held_at);
  update public.meeting g
     set status = 'planned', held_at = null, ended_at = null, version = g.version + 1,
         changed_by = coalesce(app.viewer_id(), g.changed_by), changed_at = now()
   where g.id = taken.meeting_id;
  -- What they have begun to write since stays, and the rest comes back beside it.
  update public.preparation p
     set update = earlier.update || p.update, answers = earlier.answers || p.answers,
         version = p.version + 1, updated_at = now()
    from public.preparation earlier
   where earlier.id = taken.preparation_id and p.series_id = taken.series_id and p.used_at is null and p.sent_at is null;
  update public.preparation p set used_at = null, version = p.version + 1
   where p.id = taken.preparation_id
     and not exists (select from public.preparation o where o.series_id = taken.series_id and o.used_at is null);
  return old;
end
$$;
create trigger one_on_one_taken_back before delete on one_on_one
  for each row when (old.state = 'draft') execute function app.take_meeting_back();
