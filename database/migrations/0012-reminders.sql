-- Reminders of action items, and what is thrown away when it is old.

create table reminder_sent (
  person_id   uuid not null references person on delete cascade,
  sent_on     date not null,
  of_overdue  boolean not null,
  primary key (person_id, sent_on)
);
comment on table reminder_sent is 'One reminder a person and day, however often and by however many processes it is looked for.';
comment on column reminder_sent.of_overdue is 'It told of something overdue: the next such one comes a week later.';
alter table reminder_sent enable row level security;
create policy reminder_sent_jobs on reminder_sent for select to duologue_worker using (true);

-- Jobs see that something is due, and whose it is; no grant gives them a word of it.
create policy action_item_due on action_item for select to duologue_worker using (true);
create policy one_on_one_of_due on one_on_one for select to duologue_worker using (true);

create index notice_unread on notice (recipient_id) where read_at is null;
create index action_item_settled on action_item (owner_id, coalesce(done_at, dropped_at) desc, id desc)
  where done_at is not null or dropped_at is not null;

-- Writes the notice of a reminder, once a day; false where it was written already.
create function app.remind(notice uuid, person uuid, day date, of_overdue boolean, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  insert into public.reminder_sent (person_id, sent_on, of_overdue) values (person, day, of_overdue)
  on conflict do nothing;
  if not found then
    return false;
  end if;
  insert into public.notice (id, kind, recipient_id, at) values (notice, 'action-items.due', person, at);
  return true;
end
$$;

-- Read notices after half a year, sessions that are over, counts of failed sign-ins. Answers how many rows went.
create function app.throw_away_old(at timestamptz) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  gone integer;
  total integer := 0;
begin
  delete from public.notice n
   where n.at < throw_away_old.at - interval '180 days' and n.sent_at is not null and n.read_at is not null;
  get diagnostics gone = row_count;
  total := total + gone;
  delete from public.session s
   where s.last_seen_at < throw_away_old.at - interval '7 days' or s.created_at < throw_away_old.at - interval '30 days';
  get diagnostics gone = row_count;
  total := total + gone;
  delete from public.sign_in_attempt a where a.window_start < throw_away_old.at - interval '1 day';
  get diagnostics gone = row_count;
  total := total + gone;
  delete from public.reminder_sent r where r.sent_on < throw_away_old.at::date - 30;
  get diagnostics gone = row_count;
  return total + gone;
end
$$;
