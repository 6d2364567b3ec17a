-- When somebody works, what they are reminded of, and their calendar's feed.

create table working_hours (
  person_id  uuid primary key references person on delete cascade,
  days       smallint[] not null default '{1,2,3,4,5}' check (days <@ '{1,2,3,4,5,6,7}' and cardinality(days) > 0),
  begins_at  time(0) not null default '09:00',
  ends_at    time(0) not null default '17:00',
  check (begins_at < ends_at)
);
comment on table working_hours is 'No reminder comes outside them. Absent: Monday to Friday, 9:00 to 17:00.';

create table reminder_choice (
  person_id    uuid not null references person on delete cascade,
  kind         text not null check (kind in ('add-to-agenda', 'review-agenda', 'finish-record')),
  wanted       boolean not null default true,
  days_before  smallint check (days_before between 0 and 7),
  primary key (person_id, kind)
);
comment on column reminder_choice.days_before is 'Null: as the product has it. Of what comes after the meeting: days after.';

create table meeting_reminder (
  series_id   uuid not null references series on delete cascade,
  meeting_on  date not null,
  person_id   uuid not null references person on delete cascade,
  kind        text not null check (kind in ('add-to-agenda', 'review-agenda', 'finish-record')),
  notice_id   uuid not null,
  told_at     timestamptz not null,
  primary key (series_id, meeting_on, person_id, kind)
);
create index meeting_reminder_of_notice on meeting_reminder (notice_id);
comment on table meeting_reminder is 'Told once for a meeting''s day, however often it is looked for. Several of one person share a notice.';

create table calendar_choice (
  person_id          uuid primary key references person on delete cascade,
  names              boolean not null default true,
  preparation_block  boolean not null default false
);
comment on column calendar_choice.names is 'Titles say with whom; else just 1:1.';

create table calendar_feed (
  person_id   uuid primary key references person on delete cascade,
  token_hash  bytea not null unique check (length(token_hash) = 32),
  created_at  timestamptz not null,
  read_at     timestamptz
);
comment on table calendar_feed is 'Whoever holds the token reads when a person meets whom, and nothing else. Kept as SHA-256.';

alter table working_hours enable row level security;
alter table reminder_choice enable row level security;
alter table meeting_reminder enable row level security;
alter table calendar_choice enable row level security;
alter table calendar_feed enable row level security;

create policy working_hours_own on working_hours for all to duologue_web
  using (person_id = (select app.viewer_id())) with check (person_id = (select app.viewer_id()));
create policy reminder_choice_own on reminder_choice for all to duologue_web
  using (person_id = (select app.viewer_id())) with check (person_id = (select app.viewer_id()));
create policy calendar_choice_own on calendar_choice for all to duologue_web
  using (person_id = (select app.viewer_id())) with check (person_id = (select app.viewer_id()));
create policy calendar_feed_own on calendar_feed for all to duologue_web
  using (person_id = (select app.viewer_id())) with check (person_id = (select app.viewer_id()));
create policy working_hours_jobs on working_hours for select to duologue_worker using (true);
create policy reminder_choice_jobs on reminder_choice for select to duologue_worker using (true);
create policy calendar_choice_jobs on calendar_choice for select to duologue_worker using (true);
create policy meeting_reminder_jobs on meeting_reminder for select to duologue_worker using (true);

-- Whoever works at other hours, or wants other reminders, is looked at again.
create function app.look_at_series_of_person() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  person uuid := case when tg_op = 'DELETE' then old.person_id else new.person_id end;
begin
  update public.series s set look_at = now()
   where person in (s.manager_id, s.employee_id) and s.ended_at is null;
  return null;
end
$$;
create trigger working_hours_looked_at after insert or update or delete on working_hours
  for each row execute function app.look_at_series_of_person();
create trigger reminder_choice_looked_at after insert or update or delete on reminder_choice
  for each row execute function app.look_at_series_of_person();

-- Writes one notice for several reminders of one person; answers how many of them were new. No notice without one.
create function app.remind_of_meetings(notice uuid, person uuid, at timestamptz, told jsonb) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  written integer;
begin
  insert into public.meeting_reminder (series_id, meeting_on, person_id, kind, notice_id, told_at)
  select (one ->> 'seriesId')::uuid, (one ->> 'meetingOn')::date, person, one ->> 'kind', notice, remind_of_meetings.at
    from jsonb_array_elements(told) as one
  on conflict do nothing;
  get diagnostics written = row_count;
  if written > 0 then
    insert into public.notice (id, kind, recipient_id, at) values (notice, 'meetings.ahead', person, remind_of_meetings.at);
  end if;
  return written;
end
$$;

create function app.next_look_at(series uuid, seen timestamptz, next timestamptz) returns void
language sql volatile security definer set search_path = pg_catalog, public as $$
  -- Changed since it was looked at: it is looked at again.
  update public.series s set look_at = next where s.id = next_look_at.series and s.look_at = seen
$$;

-- A series whose two no longer are a pair has ended. Answers the ids of those that end now.
create function app.end_series_of_past_pairs(at timestamptz) returns setof uuid
language sql volatile security definer set search_path = pg_catalog, public as $$
  update public.series s set ended_at = end_series_of_past_pairs.at, ended_because = 'pair_ended',
         version = s.version + 1, sequence = s.sequence + 1, updated_at = end_series_of_past_pairs.at
   where s.ended_at is null and not app.manages(s.manager_id, s.employee_id)
  returning s.id
$$;

-- What the feed of a token says; nothing where nobody has it. Called without a session, so it gives times and names alone.
create function app.feed_of(hash bytea)
returns table (person_id uuid, person_zone text, names boolean, preparation_block boolean, series jsonb, meetings jsonb, counterpart_name text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select p.id, p.time_zone, coalesce(c.names, true), coalesce(c.preparation_block, false),
         to_jsonb(s) - '{manager_prepares,employee_prepares,look_at,template_id}'::text[],
         (select coalesce(jsonb_agg(to_jsonb(m) - '{reason,changed_by}'::text[]), '[]') from public.meeting m where m.series_id = s.id),
         other.name
    from public.calendar_feed f
    join public.person p on p.id = f.person_id and p.active and p.has_login
    left join public.calendar_choice c on c.person_id = p.id
    left join public.series s on p.id in (s.manager_id, s.employee_id)
         and (s.ended_at is null or s.ended_at > now() - interval '90 days')
    left join public.person other on other.id = case p.id when s.manager_id then s.employee_id else s.manager_id end
   where f.token_hash = hash
$$;
