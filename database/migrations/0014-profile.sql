-- What somebody says of themself: picture, time zone, how dates are written.

alter table person
  add column time_zone text,
  add column language text;
comment on column person.time_zone is 'IANA name; null: that of the organisation.';
comment on column person.language is 'BCP 47 tag of the region whose dates and figures are shown; null: the browser''s.';

create table person_picture (
  person_id  uuid primary key references person on delete cascade,
  type       text not null check (type in ('image/jpeg', 'image/png', 'image/webp')),
  image      bytea not null check (octet_length(image) <= 262144),
  version    integer not null default 1
);
alter table person_picture enable row level security;
create policy person_picture_read on person_picture for select to duologue_web
  using ((select app.viewer_id()) is not null);
create policy person_picture_own on person_picture for all to duologue_web
  using (person_id = (select app.viewer_id())) with check (person_id = (select app.viewer_id()));

create function app.change_own_profile(new_name text, new_time_zone text, new_language text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  update public.person p set name = new_name, time_zone = new_time_zone, language = new_language
   where p.id = app.viewer_id();
end
$$;

-- Whose pictures the viewer meets: of those they share one-on-ones with, manage, or are managed by.
create function app.pictures_near_me() returns table (person_id uuid, version integer)
language sql stable security definer set search_path = pg_catalog, public as $$
  with me as materialized (select app.viewer_id() as id),
  near as (
    select me.id from me
    union select o.employee_id from public.one_on_one o, me where o.manager_id = me.id
    union select o.manager_id from public.one_on_one o, me where o.employee_id = me.id and o.state <> 'draft'
    union select m.id from app.managed_people() m)
  select q.person_id, q.version from public.person_picture q join near on near.id = q.person_id
$$;
