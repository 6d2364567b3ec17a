-- What the application already keeps of an agenda, kept a second time: notes end with the series, and nobody ticks off
-- or marks ready in the other's name.

drop policy point_note_own on point_note;
create policy point_note_read on point_note for select to duologue_web
  using (author_id = (select app.viewer_id()) and (select true from talking_point p where p.id = point_id));
create policy point_note_add on point_note for insert to duologue_web
  with check (author_id = (select app.viewer_id()) and (select true from talking_point p where p.id = point_id)
              and app.may_arrange(series_id));
create policy point_note_change on point_note for update to duologue_web
  using (author_id = (select app.viewer_id()) and app.may_arrange(series_id))
  with check (author_id = (select app.viewer_id()));
create policy point_note_remove on point_note for delete to duologue_web
  using (author_id = (select app.viewer_id()) and app.may_arrange(series_id));

create function app.guard_discussion() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if new.discussed_by is not null and new.discussed_by is distinct from old.discussed_by
     and new.discussed_by is distinct from app.viewer_id() and not app.asks_as_owner() then
    raise exception 'each ticks off in their own name' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger talking_point_discussion before update of discussed_by on talking_point
  for each row execute function app.guard_discussion();

create function app.guard_agenda_ready() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  viewer uuid := app.viewer_id();
  pair public.series;
begin
  if app.asks_as_owner() then return new; end if;
  select * into pair from public.series s where s.id = new.series_id;
  if (new.manager_ready_at is not null and new.manager_ready_at is distinct from old.manager_ready_at
      and viewer is distinct from pair.manager_id)
     or (new.employee_ready_at is not null and new.employee_ready_at is distinct from old.employee_ready_at
         and viewer is distinct from pair.employee_id) then
    raise exception 'each says for themself that it is ready' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger agenda_ready before update of manager_ready_at, employee_ready_at on agenda
  for each row execute function app.guard_agenda_ready();
