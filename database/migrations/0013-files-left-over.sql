-- Of these ids, those that belong to no file: their bytes can go. Asked as the owner, because rows that a policy
-- hid would look gone, and the bytes of every file with them.
create function app.files_left_over(ids uuid[]) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  select i from unnest(ids) i where not exists (select from public.file f where f.id = i)
$$;
