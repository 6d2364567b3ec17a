-- Templates. A whole template is read and written as one, so its sections are one document;
-- sections and items have ids of their own that a save keeps.

create table template (
  id           uuid primary key,
  owner_id     uuid references person on delete set null,
  title        text not null check (title <> ''),
  description  text not null default '',
  shared       boolean not null default false,
  version      integer not null default 1,
  sections     jsonb not null default '[]',
  created_at   timestamptz not null default now(),
  updated_at   timestamptz not null default now(),
  check (owner_id is not null or shared)
);
create index template_owner on template (owner_id);
create index template_by_change on template (updated_at desc, id desc);
comment on column template.owner_id is 'Null: the template belongs to the library.';

alter table template enable row level security;

create policy template_read on template for select to duologue_web
  using ((select app.viewer_manages_a_team()) and (shared or owner_id = (select app.viewer_id())));
create policy template_add on template for insert to duologue_web
  with check ((select app.viewer_manages_a_team()) and owner_id = (select app.viewer_id()));
create policy template_change on template for update to duologue_web
  using ((select app.viewer_manages_a_team()) and owner_id = (select app.viewer_id()));
create policy template_remove on template for delete to duologue_web
  using ((select app.viewer_manages_a_team()) and owner_id = (select app.viewer_id()));

-- An owner who leaves passes the shared ones to the library; the private ones wait for their return.
create function app.pass_templates_to_the_library() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update public.template t set owner_id = null where t.owner_id = new.id and t.shared;
  return null;
end
$$;
create trigger person_leaves_templates after update of active on person
  for each row when (old.active and not new.active)
  execute function app.pass_templates_to_the_library();
