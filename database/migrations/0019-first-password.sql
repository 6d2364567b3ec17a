-- A first password is a sign of life as well: whoever chooses one from their mailbox has not lost it.
create function app.password_set() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform app.end_links_of(new.person_id);
  perform app.end_recoveries_of(new.person_id);
  return null;
end
$$;
drop trigger password_ends_links on credential;
create trigger password_ends_links after insert or update of password_hash on credential
  for each row execute function app.password_set();

-- What was read in the inbox meanwhile waits no more: the next one is told anew.
create or replace function app.notice_waits(kind_of text, recipient uuid, one_on_one uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (
    select from public.notice n
     where n.kind = kind_of and n.recipient_id = recipient and n.one_on_one_id = one_on_one
       and n.sent_at is null and n.mail_after > now() and n.read_at is null
       and n.actor_id = app.viewer_id())
$$;

-- Two people must not take one name at the same moment: the lock is that of every change of people.
create or replace function app.change_own_profile(new_name text, new_time_zone text, new_language text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  perform pg_advisory_xact_lock(hashtext('duologue people'));
  if exists (select from public.person p
              where p.id <> app.viewer_id() and p.active and lower(normalize(p.name, nfkc)) = lower(normalize(new_name, nfkc))
                and not exists (select from public.person me where me.id = app.viewer_id() and me.name = new_name)) then
    raise exception 'somebody else has this name' using errcode = 'unique_violation';
  end if;
  update public.person p set name = new_name, time_zone = new_time_zone, language = new_language
   where p.id = app.viewer_id();
end
$$;
