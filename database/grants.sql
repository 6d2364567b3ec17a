-- What each login role may touch. Run whole at every start, after the migrations; a test compares
-- the catalogue with this file's effect. Nothing is granted that is not written here.

revoke all on schema public, app from public;
revoke all on all functions in schema app from public;

grant usage on schema public, app to duologue_web, duologue_signin, duologue_worker;

-- Requests. Row-level security is on for every table; no credentials, sessions or jobs.
grant select, insert, update on person to duologue_web;
grant select, insert, update, delete on person_address to duologue_web;
grant select, insert, update, delete on team to duologue_web;
grant select, insert, delete on team_member, team_manager to duologue_web;
grant select, insert, update, delete on template to duologue_web;
grant select, delete on one_on_one to duologue_web;
grant insert (id, manager_id, employee_id, title, held_on, state, created_at, updated_at) on one_on_one to duologue_web;
grant update (title, held_on, state, version, updated_at) on one_on_one to duologue_web;
grant select, insert, delete on section, item to duologue_web;
grant update (position, title, version) on section to duologue_web;
grant update (section_id, position, prompt, options, answer, answer_plain, version) on item to duologue_web;
grant select, insert on section_guidance to duologue_web;
grant select, insert on approval_request, approval, one_on_one_event, revision_request to duologue_web;
grant select, insert, delete on participant to duologue_web;
grant update (removed_by, removed_at) on participant to duologue_web;
grant select, insert, delete on action_item, file, comment, resolved_thread to duologue_web;
grant select, insert on private_note to duologue_web;
grant update (position, text, owner_id, due_on, version, done_at, done_by, dropped_at, dropped_by, dropped_reason)
  on action_item to duologue_web;
grant update (body, version, edited_at) on comment to duologue_web;
grant update (body, version, updated_at) on private_note to duologue_web;
grant select, insert on addendum, receipt to duologue_web;
grant insert on notice to duologue_web;
grant select (id, kind, recipient_id, actor_id, one_on_one_id, at, read_at) on notice to duologue_web;
grant update (read_at) on notice to duologue_web;
grant select, insert, update on mail_choice to duologue_web;
grant execute on function
  app.viewer_id(), app.viewer_is_admin(), app.begin_request(text), app.manages(uuid, uuid),
  app.managed_people(), app.viewer_manages_a_team(), app.admins(), app.has_password(uuid), app.address_may_change(uuid),
  app.may_be_invited(uuid), app.invite(uuid, uuid), app.invitation_is_for(uuid, uuid), app.asks_as_owner(), app.lock_one_on_one(uuid),
  app.may_write_content(uuid), app.may_remove_participant(uuid, uuid), app.may_mark_action_item(uuid, uuid),
  app.may_comment(uuid), app.notice_waits(text, uuid, uuid)
  to duologue_web;

grant execute on function
  app.start_recovery(uuid, uuid, text), app.open_recoveries(), app.object_to_recovery(uuid), app.cancel_recovery(uuid),
  app.recovery_of(uuid), app.revoke_invitation(uuid), app.invited_until(uuid), app.show_invitation(uuid),
  app.sign_in_since(uuid), app.change_own_profile(text, text, text), app.pictures_near_me()
  to duologue_web;
grant select, insert, update, delete on person_picture to duologue_web;
grant select, insert (id, person_id, what, format, paper), delete on export_job to duologue_web;
grant execute on function app.begin_grant(text), app.mint_grant(uuid, bytea), app.my_devices() to duologue_web;

grant select on series, meeting, agenda, talking_point, point_note, preparation, meeting_record to duologue_web;
grant insert (id, manager_id, employee_id, template_id, cadence, every, weekday, nth, at, time_zone, starts_on, minutes,
              place, manager_prepares, employee_prepares, agenda_due_days, rule_since, created_at, updated_at, look_at)
  on series to duologue_web;
grant update (template_id, cadence, every, weekday, nth, at, time_zone, starts_on, minutes, place, manager_prepares,
              employee_prepares, agenda_due_days, rule_since, sequence, version, updated_at, ended_at, ended_because)
  on series to duologue_web;
grant insert, delete on meeting to duologue_web;
grant update (starts_at, minutes, status, reason, late, sequence, version, changed_by, changed_at, held_at, ended_at)
  on meeting to duologue_web;
grant insert (series_id), update (objective, topics, manager_ready_at, employee_ready_at, version) on agenda to duologue_web;
grant insert, delete on talking_point, point_note to duologue_web;
grant update (kind, body, shared, shared_at, rank, recurring, later_until, discussed_at, discussed_by, outcome, is_decision,
              dropped_at, version) on talking_point to duologue_web;
grant update (body, version, updated_at) on point_note to duologue_web;
grant insert on preparation, meeting_record to duologue_web;
grant update (update, answers, asked, sent_at, used_at, version, updated_at) on preparation to duologue_web;
grant select, insert, update on working_hours, reminder_choice, calendar_choice to duologue_web;
grant select (person_id, created_at, read_at), insert (person_id, token_hash, created_at), delete on calendar_feed to duologue_web;
grant select (series_id, meeting_slot) on notice to duologue_web;
grant execute on function app.managed_of_addresses(text[]) to duologue_web;
grant execute on function app.may_arrange(uuid), app.lock_series(uuid), app.asked_before_meeting(uuid) to duologue_web;

grant select on kpi, reading, target, target_change, target_hit, service_account to duologue_web;
grant insert on kpi, target, service_account to duologue_web;
grant update (name, unit, currency, direction, aggregation, decimals, archived_at, version, updated_at) on kpi to duologue_web;
grant update (value, valid_to, version) on target to duologue_web;
grant delete on target, reading to duologue_web;
grant update (closed_at) on service_account to duologue_web;
grant select (id, person_id, service_account_id, name, scope, created_by, created_at, last_used_at, revoked_at),
      insert (id, person_id, service_account_id, name, scope, token_hash, created_by, created_at), update (revoked_at)
  on access_token to duologue_web;
grant select, insert on item_figures to duologue_web;
grant update (measure) on item to duologue_web;
grant select (person_id) on notice to duologue_web;
grant execute on function
  app.sees_numbers_of(uuid), app.may_change_numbers_of(uuid), app.manages_team(uuid), app.sees_team_target(uuid),
  app.working_days_of(uuid), app.targets_binding(uuid), app.begin_token(text, timestamptz), app.token_scope(),
  app.may_load_readings(), app.find_people_for_readings(text[]), app.find_kpis_for_readings(text[]),
  app.record_readings(uuid[], uuid[], date[], numeric[], text, timestamptz),
  app.my_teams(), app.members_of_my_team(uuid), app.team_name(uuid), app.teams_of(uuid), app.period_start(text, date), app.measured_in(uuid), app.take_up_targets(uuid, timestamptz),
  app.take_turn_at_target(uuid, uuid, text), app.ask_for_checks(uuid[], uuid[], timestamptz), app.new_id(timestamptz)
  to duologue_web;

-- Sign-in: credentials and sessions, nothing else.
grant select (id, name, active, has_login, is_admin) on person to duologue_signin;
grant select, insert on person_address to duologue_signin;
grant insert on person to duologue_signin;
grant execute on function
  app.viewer_id(), app.begin_request(text), app.has_admin(), app.is_only_admin(uuid)
  to duologue_signin;
grant select, insert, update on credential to duologue_signin;
grant select, insert, update, delete on session to duologue_signin;
grant select, update on invitation to duologue_signin;
grant select, insert, update, delete on sign_in_attempt to duologue_signin;
grant select, update on password_reset to duologue_signin;
grant select, insert on address_change to duologue_signin;
grant execute on function
  app.ask_password_reset(uuid, uuid, text), app.notify_of_sign_in(uuid, text, uuid), app.confirm_address_change(uuid),
  app.has_something_to_read(uuid), app.notify_of_used_reset(uuid, uuid)
  to duologue_signin;

grant execute on function app.feed_of(bytea), app.note_feed_read(bytea, timestamptz) to duologue_signin;

-- Jobs: ids, kinds, names and addresses; never a column that holds what people wrote.
grant select (id, name, active, has_login, time_zone) on person to duologue_worker;
grant select on person_address to duologue_worker;
grant select, update (sent_at) on notice to duologue_worker;
grant select on mail_choice to duologue_worker;
grant select (id, old_email) on address_change, recovery to duologue_worker;
grant execute on function app.finish_recoveries() to duologue_worker;
grant select (id, one_on_one_id, owner_id, due_on, done_at, dropped_at) on action_item to duologue_worker;
grant select (id, state) on one_on_one to duologue_worker;
grant select on reminder_sent to duologue_worker;
grant execute on function
  app.remind(uuid, uuid, date, boolean, timestamptz), app.throw_away_old(timestamptz)
  to duologue_worker;
grant execute on function app.files_left_over(uuid[]) to duologue_worker;
grant execute on function app.note_export(uuid, text, integer, integer), app.sweep_exports(uuid[]) to duologue_worker;
grant select (id, manager_id, employee_id, cadence, every, weekday, nth, at, time_zone, starts_on, minutes, place, rule_since,
              sequence, agenda_due_days, created_at, ended_at, look_at) on series to duologue_worker;
grant select (id, series_id, slot_at, starts_at, minutes, status, sequence, is_extra, held_at, ended_at) on meeting to duologue_worker;
grant select (series_id, has_objective, has_topics) on agenda to duologue_worker;
grant select on meeting_record, working_hours, reminder_choice, calendar_choice, meeting_reminder to duologue_worker;
grant execute on function
  app.remind_of_meetings(uuid, uuid, timestamptz, jsonb), app.next_look_at(uuid, timestamptz, timestamptz),
  app.end_series_of_past_pairs(timestamptz), app.pair_stands(uuid, uuid), app.forget_meeting_reminders(timestamptz)
  to duologue_worker;
grant execute on function
  app.take_numbers_to_check(integer), app.tell_target_hit(uuid, uuid, date, timestamptz), app.check_targets_again(timestamptz)
  to duologue_worker;
grant select (person_id, hit_at) on target_hit to duologue_worker;
grant usage on schema pgboss to duologue_worker;
grant select, insert, update, delete on all tables in schema pgboss to duologue_worker;
grant execute on all functions in schema pgboss to duologue_worker;
