-- A private feed is as old as whoever made it: it ends with an account recovery, as every session does, and when its
-- person is deactivated: a return is a new beginning.
create function app.end_feed() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if tg_table_name = 'recovery' then
    delete from public.calendar_feed f where f.person_id = new.person_id and new.outcome = 'done';
  else
    delete from public.calendar_feed f where f.person_id = new.id and not (new.active and new.has_login);
  end if;
  return null;
end
$$;
create trigger recovery_ends_feed after update of outcome on recovery
  for each row execute function app.end_feed();
create trigger person_ends_feed after update of active, has_login on person
  for each row execute function app.end_feed();
