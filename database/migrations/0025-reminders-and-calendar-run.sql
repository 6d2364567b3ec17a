-- What the jobs of reminders and calendar still need.

-- One line in the inbox: it leads to the series where it is about one.
create or replace function app.remind_of_meetings(notice uuid, person uuid, at timestamptz, told jsonb) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  written integer;
  one_series uuid;
begin
  insert into public.meeting_reminder (series_id, meeting_on, person_id, kind, notice_id, told_at)
  select (one ->> 'seriesId')::uuid, (one ->> 'meetingOn')::date, person, one ->> 'kind', notice, remind_of_meetings.at
    from jsonb_array_elements(told) as one
  on conflict do nothing;
  get diagnostics written = row_count;
  if written > 0 then
    select case when count(distinct r.series_id) = 1 then min(r.series_id::text)::uuid end into one_series
      from public.meeting_reminder r where r.notice_id = remind_of_meetings.notice;
    insert into public.notice (id, kind, recipient_id, series_id, at)
    values (notice, 'meetings.ahead', person, one_series, remind_of_meetings.at);
  end if;
  return written;
end
$$;

-- As app.manages, which answers the two alone: jobs ask for nobody, and would have taken every pair for parted.
create function app.pair_stands(manager uuid, employee uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (
    select from public.team_manager tm
      join public.team_member m on m.team_id = tm.team_id
      join public.person a on a.id = tm.person_id and a.active
      join public.person b on b.id = m.person_id and b.active
     where tm.person_id = manager and m.person_id = employee)
$$;

-- Both are told, and their calendars.
create or replace function app.end_series_of_past_pairs(at timestamptz) returns setof uuid
language sql volatile security definer set search_path = pg_catalog, public as $$
  with ended as (
    update public.series s set ended_at = end_series_of_past_pairs.at, ended_because = 'pair_ended',
           version = s.version + 1, sequence = s.sequence + 1, updated_at = end_series_of_past_pairs.at
     where s.ended_at is null and not app.pair_stands(s.manager_id, s.employee_id)
    returning s.id, s.manager_id, s.employee_id),
  told as (
    insert into public.notice (id, kind, recipient_id, series_id, at)
    select gen_random_uuid(), 'series.pair-ended', recipient, e.id, end_series_of_past_pairs.at
      from ended e, unnest(array[e.manager_id, e.employee_id]) as recipient),
  extra as (
    -- Agreed beside the rule: in a calendar each is an event of its own.
    insert into public.notice (id, kind, recipient_id, series_id, meeting_slot, at)
    select gen_random_uuid(), 'calendar.updated', recipient, e.id, m.slot_at, end_series_of_past_pairs.at
      from ended e
      join public.meeting m on m.series_id = e.id and m.is_extra and m.status = 'planned'
                           and m.starts_at > end_series_of_past_pairs.at,
           unnest(array[e.manager_id, e.employee_id]) as recipient)
  select id from ended
$$;

create function app.forget_meeting_reminders(at timestamptz) returns void
language sql volatile security definer set search_path = pg_catalog, public as $$
  delete from public.meeting_reminder r where r.meeting_on < forget_meeting_reminders.at::date - 90
$$;

-- Whoever is elsewhere now, or can sign in again, is looked at again.
create function app.look_at_series_of_moved() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if (new.time_zone, new.active, new.has_login) is distinct from (old.time_zone, old.active, old.has_login) then
    update public.series s set look_at = now()
     where new.id in (s.manager_id, s.employee_id) and s.ended_at is null;
  end if;
  return null;
end
$$;
create trigger person_looked_at after update of time_zone, active, has_login on person
  for each row execute function app.look_at_series_of_moved();

-- The day is enough to see whether a feed is still in use.
create function app.note_feed_read(hash bytea, at timestamptz) returns void
language sql volatile security definer set search_path = pg_catalog, public as $$
  update public.calendar_feed f set read_at = note_feed_read.at
   where f.token_hash = hash and (f.read_at is null or f.read_at < note_feed_read.at - interval '1 day')
$$;

-- Who of those invited to an event is managed by the viewer; of nobody else it says anything.
create function app.managed_of_addresses(addresses text[]) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  select a.person_id from public.person_address a
    join app.managed_people() m on m.id = a.person_id
   where lower(a.email) = any (addresses)
$$;
