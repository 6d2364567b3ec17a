-- Whoever is locked out could not object: a recovery of theirs ends there, and cannot be waited out.
create function app.end_recovery_of_the_locked_out() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update public.recovery r set ended_at = now(), outcome = 'cancelled'
   where r.person_id = new.id and r.ended_at is null;
  return null;
end
$$;
create trigger person_locked_out_of_recovery after update of active, has_login on person
  for each row when ((old.active and not new.active) or (old.has_login and not new.has_login))
  execute function app.end_recovery_of_the_locked_out();
