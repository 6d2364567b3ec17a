-- What was asked to get back in holds addresses: it goes half a year after it was over, once no notice speaks of it any
-- more (a notice would go with it, also one that is still to be mailed). Each person's last recovery stays: their page
-- shows how it ended.

create index notice_of_reset on notice (reset_id) where reset_id is not null;
create index notice_of_address_change on notice (address_change_id) where address_change_id is not null;
create index notice_of_recovery on notice (recovery_id) where recovery_id is not null;

create or replace function app.throw_away_old(at timestamptz) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  half_a_year_ago timestamptz := throw_away_old.at - interval '180 days';
  gone integer;
  total integer := 0;
begin
  delete from public.notice n where n.at < half_a_year_ago and n.sent_at is not null and n.read_at is not null;
  get diagnostics gone = row_count;
  total := total + gone;
  delete from public.password_reset r
   where r.expires_at < half_a_year_ago and not exists (select from public.notice n where n.reset_id = r.id);
  get diagnostics gone = row_count;
  total := total + gone;
  delete from public.address_change c
   where c.expires_at < half_a_year_ago and not exists (select from public.notice n where n.address_change_id = c.id);
  get diagnostics gone = row_count;
  total := total + gone;
  delete from public.recovery r
   where r.ended_at < half_a_year_ago and not exists (select from public.notice n where n.recovery_id = r.id)
     and exists (select from public.recovery l where l.person_id = r.person_id and l.started_at > r.started_at);
  get diagnostics gone = row_count;
  total := total + gone;
  delete from public.session s
   where s.last_seen_at < throw_away_old.at - interval '7 days' or s.created_at < throw_away_old.at - interval '30 days'
      or s.expires_at < throw_away_old.at;
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
