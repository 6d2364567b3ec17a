-- The teams that the viewer manages, and who is in one of them: a manager has no other way to teams.

create function app.my_teams() returns table (id uuid, name text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select t.id, t.name
    from public.team t join public.team_manager m on m.team_id = t.id
   where m.person_id = app.viewer_id()
$$;

create function app.members_of_my_team(team uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  select m.person_id from public.team_member m where m.team_id = team and app.manages_team(team)
$$;

-- A team by name, for whoever sees its targets; and the teams that bind somebody whose numbers the viewer sees.

create function app.team_name(team uuid) returns text
language sql stable security definer set search_path = pg_catalog, public as $$
  select t.name from public.team t where t.id = team and app.sees_team_target(t.id)
$$;

create function app.teams_of(person uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  select m.team_id from public.team_member m where m.person_id = person and app.sees_numbers_of(person)
$$;
