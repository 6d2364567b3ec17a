-- A target that was removed, because it was a mistake, gives back what it ended: the day until which the one before
-- was set is kept beside the day on which it gave way.
alter table target add column set_to date;
-- Nobody changes a target by this: no guard is asked, and no history written.
alter table target disable trigger user;
update target set set_to = valid_to;
alter table target enable trigger user;
comment on column target.set_to is 'The last day as somebody set it; where valid_to is another, the next target took over.';

create function app.keep_end_of_target() returns trigger
language plpgsql set search_path = pg_catalog, public as $$
begin
  -- Deeper is another target that takes over, or that is removed.
  if tg_op = 'INSERT' or (pg_trigger_depth() = 1 and new.valid_to is distinct from old.valid_to) then
    new.set_to := new.valid_to;
  end if;
  return new;
end
$$;
create trigger target_keeps_end before insert or update on target for each row execute function app.keep_end_of_target();

-- What is given back is given back by whoever removed the target: a setting of somebody's own says nothing here.
create function app.target_gives_back() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform app.take_turn_at_target(old.kpi_id, coalesce(old.person_id, old.team_id), old.period);
  perform set_config('app.target_set_by', '', true);
  update public.target t set version = t.version + 1, valid_to = least(t.set_to, (
    select min(n.valid_from) - 1 from public.target n
     where n.kpi_id = t.kpi_id and n.period = t.period and n.valid_from > t.valid_from
       and n.person_id is not distinct from t.person_id and n.team_id is not distinct from t.team_id))
   where t.kpi_id = old.kpi_id and t.period = old.period
     and t.person_id is not distinct from old.person_id and t.team_id is not distinct from old.team_id
     and t.valid_to = old.valid_from - 1 and t.set_to is distinct from t.valid_to;
  return null;
end
$$;
-- Not of one that another takes over from, nor of one that goes with its person or team.
create trigger target_given_back after delete on target for each row when (pg_trigger_depth() = 0)
  execute function app.target_gives_back();
