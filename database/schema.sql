-- Made by npm run generate from a database with all migrations. Read it; edit the migrations.

-- Types

create type one_on_one_state as enum ('draft', 'active', 'pending_approval', 'approved');

-- Tables

create table access_token (
  id uuid not null,
  person_id uuid,
  service_account_id uuid,
  name text not null,
  scope text not null,
  token_hash bytea not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone
);
alter table access_token enable row level security;

create table action_item (
  id uuid not null,
  one_on_one_id uuid not null,
  "position" integer not null,
  text text not null,
  owner_id uuid not null,
  due_on date not null,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  done_at timestamp with time zone,
  done_by uuid,
  dropped_at timestamp with time zone,
  dropped_by uuid,
  dropped_reason text
);
alter table action_item enable row level security;

create table addendum (
  id uuid not null,
  one_on_one_id uuid not null,
  author_id uuid not null,
  at timestamp with time zone not null,
  body jsonb not null
);
alter table addendum enable row level security;

create table address_change (
  id uuid not null,
  person_id uuid not null,
  old_email text not null,
  new_email text not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  confirmed_at timestamp with time zone
);
alter table address_change enable row level security;

create table agenda (
  series_id uuid not null,
  objective text not null default ''::text,
  topics text[] not null default '{}'::text[],
  has_objective boolean not null default (objective <> ''::text),
  has_topics boolean not null default (cardinality(topics) > 0),
  manager_ready_at timestamp with time zone,
  employee_ready_at timestamp with time zone,
  version integer not null default 1
);
alter table agenda enable row level security;

create table approval (
  one_on_one_id uuid not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  version integer not null,
  remark text,
  digest text not null
);
alter table approval enable row level security;

create table approval_request (
  id uuid not null,
  one_on_one_id uuid not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  version integer not null,
  snapshot jsonb not null
);
alter table approval_request enable row level security;

create table calendar_choice (
  person_id uuid not null,
  names boolean not null default true,
  preparation_block boolean not null default false
);
alter table calendar_choice enable row level security;

create table calendar_feed (
  person_id uuid not null,
  token_hash bytea not null,
  created_at timestamp with time zone not null,
  read_at timestamp with time zone
);
alter table calendar_feed enable row level security;

create table comment (
  id uuid not null,
  one_on_one_id uuid not null,
  item_id uuid not null,
  author_id uuid not null,
  body jsonb not null,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  edited_at timestamp with time zone
);
alter table comment enable row level security;

create table credential (
  person_id uuid not null,
  password_hash text not null,
  changed_at timestamp with time zone not null default now(),
  created_at timestamp with time zone not null default now()
);

create table export_job (
  id uuid not null,
  person_id uuid not null,
  what text not null,
  format text not null,
  paper text not null,
  state text not null default 'waiting'::text,
  done integer not null default 0,
  total integer not null default 0,
  created_at timestamp with time zone not null default date_trunc('milliseconds'::text, now()),
  expires_at timestamp with time zone not null default (date_trunc('milliseconds'::text, now()) + '1 day'::interval)
);
alter table export_job enable row level security;

create table file (
  id uuid not null,
  one_on_one_id uuid not null,
  name text not null,
  size integer not null,
  type text not null,
  sha256 text not null,
  added_by uuid not null,
  added_at timestamp with time zone not null
);
alter table file enable row level security;

create table installation_note (
  key text not null,
  value text not null
);

create table invitation (
  id uuid not null,
  person_id uuid,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  shown_at timestamp with time zone
);

create table item (
  id uuid not null,
  one_on_one_id uuid not null,
  section_id uuid not null,
  "position" integer not null,
  kind text not null,
  prompt text not null,
  options jsonb,
  source_item_id uuid,
  answer jsonb,
  answer_plain text not null default ''::text,
  version integer not null default 0,
  answered_by text not null default 'manager'::text,
  from_employee boolean not null default false,
  given jsonb,
  measure jsonb
);
alter table item enable row level security;

create table item_figures (
  item_id uuid not null,
  one_on_one_id uuid not null,
  figures jsonb not null
);
alter table item_figures enable row level security;

create table kpi (
  id uuid not null,
  name text not null,
  unit text not null,
  currency text,
  direction text not null,
  aggregation text not null,
  decimals smallint not null default 0,
  archived_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);
alter table kpi enable row level security;

create table mail_choice (
  person_id uuid not null,
  topic text not null,
  by_mail boolean not null
);
alter table mail_choice enable row level security;

create table meeting (
  id uuid not null,
  series_id uuid not null,
  slot_at timestamp with time zone not null,
  starts_at timestamp with time zone not null,
  minutes smallint not null,
  status text not null default 'planned'::text,
  reason text not null default ''::text,
  late boolean not null default false,
  is_extra boolean not null default false,
  sequence integer not null default 0,
  version integer not null default 1,
  changed_by uuid,
  changed_at timestamp with time zone not null,
  held_at timestamp with time zone,
  ended_at timestamp with time zone
);
alter table meeting enable row level security;

create table meeting_record (
  meeting_id uuid not null,
  series_id uuid not null,
  one_on_one_id uuid not null,
  preparation_id uuid
);
alter table meeting_record enable row level security;

create table meeting_reminder (
  series_id uuid not null,
  meeting_on date not null,
  person_id uuid not null,
  kind text not null,
  notice_id uuid not null,
  told_at timestamp with time zone not null
);
alter table meeting_reminder enable row level security;

create table migration (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now()
);

create table notice (
  id uuid not null,
  kind text not null,
  recipient_id uuid not null,
  actor_id uuid,
  one_on_one_id uuid,
  invitation_id uuid,
  at timestamp with time zone not null,
  sent_at timestamp with time zone,
  read_at timestamp with time zone,
  mail_after timestamp with time zone,
  reset_id uuid,
  address_change_id uuid,
  recovery_id uuid,
  series_id uuid,
  meeting_slot timestamp with time zone,
  person_id uuid
);
alter table notice enable row level security;

create table one_on_one (
  id uuid not null,
  manager_id uuid not null,
  employee_id uuid not null,
  title text not null,
  held_on date not null,
  state one_on_one_state not null default 'draft'::one_on_one_state,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  participant_ids uuid[] not null default '{}'::uuid[],
  revision_wanted boolean not null default false
);
alter table one_on_one enable row level security;

create table one_on_one_event (
  id uuid not null,
  one_on_one_id uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  before_sharing boolean not null,
  sequence bigint not null generated always as identity,
  person_id uuid
);
alter table one_on_one_event enable row level security;

create table participant (
  one_on_one_id uuid not null,
  person_id uuid not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  removed_by uuid,
  removed_at timestamp with time zone
);
alter table participant enable row level security;

create table password_reset (
  id uuid not null,
  person_id uuid not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);
alter table password_reset enable row level security;

create table person (
  id uuid not null,
  name text not null,
  active boolean not null default true,
  has_login boolean not null default false,
  is_admin boolean not null default false,
  created_at timestamp with time zone not null default now(),
  time_zone text,
  language text
);
alter table person enable row level security;

create table person_address (
  person_id uuid not null,
  email text not null
);
alter table person_address enable row level security;

create table person_picture (
  person_id uuid not null,
  type text not null,
  image bytea not null,
  version integer not null default 1
);
alter table person_picture enable row level security;

create table point_note (
  point_id uuid not null,
  series_id uuid not null,
  author_id uuid not null,
  body jsonb not null,
  version integer not null default 1,
  updated_at timestamp with time zone not null
);
alter table point_note enable row level security;

create table preparation (
  id uuid not null,
  series_id uuid not null,
  employee_id uuid not null,
  update jsonb not null default '{}'::jsonb,
  answers jsonb not null default '{}'::jsonb,
  sent_at timestamp with time zone,
  used_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  asked jsonb not null default '[]'::jsonb
);
alter table preparation enable row level security;

create table private_note (
  one_on_one_id uuid not null,
  author_id uuid not null,
  body jsonb not null,
  version integer not null default 1,
  updated_at timestamp with time zone not null
);
alter table private_note enable row level security;

create table reading (
  person_id uuid not null,
  kpi_id uuid not null,
  day date not null,
  value numeric(15,3) not null,
  source text not null,
  recorded_at timestamp with time zone not null
);
alter table reading enable row level security;

create table receipt (
  one_on_one_id uuid not null,
  person_id uuid not null,
  day date not null,
  act text not null
);
alter table receipt enable row level security;

create table recovery (
  id uuid not null,
  person_id uuid not null,
  old_email text,
  new_email text not null,
  started_by uuid not null,
  started_at timestamp with time zone not null default now(),
  due_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  outcome text
);
alter table recovery enable row level security;

create table reminder_choice (
  person_id uuid not null,
  kind text not null,
  wanted boolean not null default true,
  days_before smallint
);
alter table reminder_choice enable row level security;

create table reminder_sent (
  person_id uuid not null,
  sent_on date not null,
  of_overdue boolean not null
);
alter table reminder_sent enable row level security;

create table resolved_thread (
  item_id uuid not null,
  one_on_one_id uuid not null,
  resolved_by uuid not null,
  resolved_at timestamp with time zone not null
);
alter table resolved_thread enable row level security;

create table revision_request (
  event_id uuid not null,
  one_on_one_id uuid not null,
  message text not null
);
alter table revision_request enable row level security;

create table section (
  id uuid not null,
  one_on_one_id uuid not null,
  "position" integer not null,
  title text not null,
  version integer not null default 1
);
alter table section enable row level security;

create table section_guidance (
  section_id uuid not null,
  one_on_one_id uuid not null,
  guidance text not null
);
alter table section_guidance enable row level security;

create table series (
  id uuid not null,
  manager_id uuid not null,
  employee_id uuid not null,
  template_id uuid,
  cadence text not null,
  every smallint not null default 1,
  weekday smallint,
  nth smallint,
  at time(0) without time zone,
  time_zone text not null,
  starts_on date not null,
  minutes smallint not null,
  place text not null default ''::text,
  manager_prepares text not null default ''::text,
  employee_prepares text not null default ''::text,
  agenda_due_days smallint not null default 1,
  rule_since timestamp with time zone not null,
  sequence integer not null default 0,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_because text,
  look_at timestamp with time zone not null
);
alter table series enable row level security;

create table service_account (
  id uuid not null,
  name text not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone
);
alter table service_account enable row level security;

create table session (
  id uuid not null,
  person_id uuid not null,
  token_hash bytea not null,
  device text not null default ''::text,
  created_at timestamp with time zone not null default now(),
  last_seen_at timestamp with time zone not null default now(),
  parent_id uuid,
  expires_at timestamp with time zone
);

create table sign_in_attempt (
  key text not null,
  window_start timestamp with time zone not null,
  failures integer not null
);

create table talking_point (
  id uuid not null,
  series_id uuid not null,
  author_id uuid not null,
  kind text not null,
  body jsonb not null,
  shared boolean not null,
  shared_at timestamp with time zone,
  rank double precision not null,
  recurring boolean not null default false,
  raised_at timestamp with time zone not null,
  later_until date,
  discussed_at timestamp with time zone,
  discussed_by uuid,
  outcome jsonb,
  is_decision boolean not null default false,
  dropped_at timestamp with time zone,
  version integer not null default 1
);
alter table talking_point enable row level security;

create table target (
  id uuid not null,
  kpi_id uuid not null,
  person_id uuid,
  team_id uuid,
  period text not null,
  value numeric(15,3) not null,
  valid_from date not null,
  valid_to date,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  version integer not null default 1,
  set_to date
);
alter table target enable row level security;

create table target_change (
  id uuid not null,
  target_id uuid not null,
  kpi_id uuid not null,
  person_id uuid,
  team_id uuid,
  period text not null,
  what text not null,
  value numeric(15,3) not null,
  valid_from date not null,
  valid_to date,
  by_id uuid not null,
  at timestamp with time zone not null,
  sequence bigint not null generated always as identity
);
alter table target_change enable row level security;

create table target_check (
  person_id uuid not null,
  kpi_id uuid not null,
  asked_at timestamp with time zone not null
);
alter table target_check enable row level security;

create table target_hit (
  target_id uuid not null,
  person_id uuid not null,
  starts_on date not null,
  hit_at timestamp with time zone not null
);
alter table target_hit enable row level security;

create table team (
  id uuid not null,
  name text not null,
  created_at timestamp with time zone not null default now()
);
alter table team enable row level security;

create table team_manager (
  team_id uuid not null,
  person_id uuid not null
);
alter table team_manager enable row level security;

create table team_member (
  team_id uuid not null,
  person_id uuid not null
);
alter table team_member enable row level security;

create table template (
  id uuid not null,
  owner_id uuid,
  title text not null,
  description text not null default ''::text,
  shared boolean not null default false,
  version integer not null default 1,
  sections jsonb not null default '[]'::jsonb,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now()
);
alter table template enable row level security;

create table tombstone (
  one_on_one_id uuid not null,
  manager_id uuid not null,
  employee_id uuid not null,
  deleted_by uuid,
  deleted_at timestamp with time zone not null default now()
);
alter table tombstone enable row level security;

create table working_hours (
  person_id uuid not null,
  days smallint[] not null default '{1,2,3,4,5}'::smallint[],
  begins_at time(0) without time zone not null default '09:00:00'::time without time zone,
  ends_at time(0) without time zone not null default '17:00:00'::time without time zone
);
alter table working_hours enable row level security;

-- Constraints

alter table access_token add constraint access_token_check CHECK ((num_nonnulls(person_id, service_account_id) = 1));

alter table access_token add constraint access_token_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id);

alter table access_token add constraint access_token_name_check CHECK ((name <> ''::text));

alter table access_token add constraint access_token_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table access_token add constraint access_token_pkey PRIMARY KEY (id);

alter table access_token add constraint access_token_scope_check CHECK ((scope = 'kpi-readings:write'::text));

alter table access_token add constraint access_token_service_account_id_fkey FOREIGN KEY (service_account_id) REFERENCES service_account(id);

alter table access_token add constraint access_token_token_hash_check CHECK ((length(token_hash) = 32));

alter table access_token add constraint access_token_token_hash_key UNIQUE (token_hash);

alter table action_item add constraint action_item_check CHECK (((done_at IS NULL) OR (dropped_at IS NULL)));

alter table action_item add constraint action_item_check1 CHECK (((done_at IS NULL) = (done_by IS NULL)));

alter table action_item add constraint action_item_check2 CHECK ((((dropped_at IS NULL) = (dropped_by IS NULL)) AND ((dropped_at IS NULL) = (dropped_reason IS NULL))));

alter table action_item add constraint action_item_done_by_fkey FOREIGN KEY (done_by) REFERENCES person(id);

alter table action_item add constraint action_item_dropped_by_fkey FOREIGN KEY (dropped_by) REFERENCES person(id);

alter table action_item add constraint action_item_one_on_one_id_fkey FOREIGN KEY (one_on_one_id) REFERENCES one_on_one(id) ON DELETE CASCADE;

alter table action_item add constraint action_item_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES person(id);

alter table action_item add constraint action_item_pkey PRIMARY KEY (id);

alter table action_item add constraint action_item_text_check CHECK ((text <> ''::text));

alter table addendum add constraint addendum_author_id_fkey FOREIGN KEY (author_id) REFERENCES person(id);

alter table addendum add constraint addendum_one_on_one_id_fkey FOREIGN KEY (one_on_one_id) REFERENCES one_on_one(id) ON DELETE CASCADE;

alter table addendum add constraint addendum_pkey PRIMARY KEY (id);

alter table address_change add constraint address_change_new_email_check CHECK ((new_email = lower(new_email)));

alter table address_change add constraint address_change_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table address_change add constraint address_change_pkey PRIMARY KEY (id);

alter table agenda add constraint agenda_pkey PRIMARY KEY (series_id);

alter table agenda add constraint agenda_series_id_fkey FOREIGN KEY (series_id) REFERENCES series(id) ON DELETE CASCADE;

alter table agenda add constraint agenda_topics_check CHECK ((cardinality(topics) <= 3));

alter table approval add constraint approval_by_id_fkey FOREIGN KEY (by_id) REFERENCES person(id);

alter table approval add constraint approval_one_on_one_id_fkey FOREIGN KEY (one_on_one_id) REFERENCES one_on_one(id) ON DELETE CASCADE;

alter table approval add constraint approval_pkey PRIMARY KEY (one_on_one_id);

alter table approval_request add constraint approval_request_by_id_fkey FOREIGN KEY (by_id) REFERENCES person(id);

alter table approval_request add constraint approval_request_one_on_one_id_fkey FOREIGN KEY (one_on_one_id) REFERENCES one_on_one(id) ON DELETE CASCADE;

alter table approval_request add constraint approval_request_pkey PRIMARY KEY (id);

alter table calendar_choice add constraint calendar_choice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table calendar_choice add constraint calendar_choice_pkey PRIMARY KEY (person_id);

alter table calendar_feed add constraint calendar_feed_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table calendar_feed add constraint calendar_feed_pkey PRIMARY KEY (person_id);

alter table calendar_feed add constraint calendar_feed_token_hash_check CHECK ((length(token_hash) = 32));

alter table calendar_feed add constraint calendar_feed_token_hash_key UNIQUE (token_hash);

alter table comment add constraint comment_author_id_fkey FOREIGN KEY (author_id) REFERENCES person(id);

alter table comment add constraint comment_item_id_one_on_one_id_fkey FOREIGN KEY (item_id, one_on_one_id) REFERENCES item(id, one_on_one_id) ON DELETE CASCADE;

alter table comment add constraint comment_pkey PRIMARY KEY (id);

alter table credential add constraint credential_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table credential add constraint credential_pkey PRIMARY KEY (person_id);

alter table export_job add constraint export_job_format_check CHECK ((format = ANY (ARRAY['pdf'::text, 'md'::text, 'json'::text])));

alter table export_job add constraint export_job_paper_check CHECK ((paper = ANY (ARRAY['a4'::text, 'letter'::text])));

alter table export_job add constraint export_job_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table export_job add constraint export_job_pkey PRIMARY KEY (id);

alter table export_job add constraint export_job_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'ready'::text, 'failed'::text])));

alter table export_job add constraint export_job_what_check CHECK ((what = ANY (ARRAY['everything'::text, 'about-me'::text])));

alter table file add constraint file_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id);

alter table file add constraint file_name_check CHECK ((name <> ''::text));

alter table file add constraint file_one_on_one_id_fkey FOREIGN KEY (one_on_one_id) REFERENCES one_on_one(id) ON DELETE CASCADE;

alter table file add constraint file_pkey PRIMARY KEY (id);

alter table file add constraint file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text));

alter table file add constraint file_size_check CHECK (((size >= 0) AND (size <= 10485760)));

alter table installation_note add constraint installation_note_pkey PRIMARY KEY (key);

alter table invitation add constraint invitation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table invitation add constraint invitation_pkey PRIMARY KEY (id);

alter table item add constraint item_answered_by_check CHECK ((answered_by = ANY (ARRAY['manager'::text, 'employee'::text])));

alter table item add constraint item_check CHECK (((given IS NULL) OR (kind = ANY (ARRAY['agenda'::text, 'follow-up'::text, 'update'::text]))));

alter table item add constraint item_check1 CHECK (((NOT from_employee) OR ((kind = 'update'::text) AND (given IS NOT NULL)) OR (answered_by = 'employee'::text)));

alter table item add constraint item_check2 CHECK (((kind = ANY (ARRAY['kpi'::text, 'target'::text])) = (measure IS NOT NULL)));

alter table item add constraint item_id_one_on_one_id_key UNIQUE (id, one_on_one_id);

alter table item add constraint item_kind_check CHECK ((kind = ANY (ARRAY['question'::text, 'note'::text, 'rating'::text, 'mood'::text, 'agenda'::text, 'follow-up'::text, 'update'::text, 'kpi'::text, 'target'::text])));

alter table item add constraint item_pkey PRIMARY KEY (id);

alter table item add constraint item_section_id_one_on_one_id_fkey FOREIGN KEY (section_id, one_on_one_id) REFERENCES section(id, one_on_one_id) ON DELETE CASCADE;

alter table item_figures add constraint item_figures_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id) ON DELETE CASCADE;

alter table item_figures add constraint item_figures_one_on_one_id_fkey FOREIGN KEY (one_on_one_id) REFERENCES one_on_one(id) ON DELETE CASCADE;

alter table item_figures add constraint item_figures_pkey PRIMARY KEY (item_id);

alter table item_figures add constraint item_figures_with_approval TRIGGER DEFERRABLE INITIALLY DEFERRED;

alter table kpi add constraint kpi_aggregation_check CHECK ((aggregation = ANY (ARRAY['sum'::text, 'average'::text, 'last'::text, 'count'::text])));

alter table kpi add constraint kpi_check CHECK (((unit = 'currency'::text) = (currency IS NOT NULL)));

alter table kpi add constraint kpi_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text));

alter table kpi add constraint kpi_decimals_check CHECK (((decimals >= 0) AND (decimals <= 3)));

alter table kpi add constraint kpi_direction_check CHECK ((direction = ANY (ARRAY['higher'::text, 'lower'::text])));

alter table kpi add constraint kpi_name_check CHECK ((name <> ''::text));

alter table kpi add constraint kpi_pkey PRIMARY KEY (id);

alter table kpi add constraint kpi_unit_check CHECK ((unit = ANY (ARRAY['number'::text, 'currency'::text, 'percent'::text, 'duration'::text])));

alter table mail_choice add constraint mail_choice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table mail_choice add constraint mail_choice_pkey PRIMARY KEY (person_id, topic);

alter table meeting add constraint meeting_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id);

alter table meeting add constraint meeting_check CHECK (((status = 'held'::text) = (held_at IS NOT NULL)));

alter table meeting add constraint meeting_check1 CHECK (((ended_at IS NULL) OR (held_at IS NOT NULL)));

alter table meeting add constraint meeting_id_series_id_key UNIQUE (id, series_id);

alter table meeting add constraint meeting_minutes_check CHECK (((minutes >= 5) AND (minutes <= 480)));

alter table meeting add constraint meeting_pkey PRIMARY KEY (id);

alter table meeting add constraint meeting_series_id_fkey FOREIGN KEY (series_id) REFERENCES series(id) ON DELETE CASCADE;

alter table meeting add constraint meeting_series_id_slot_at_key UNIQUE (series_id, slot_at);

alter table meeting add constraint meeting_status_check CHECK ((status = ANY (ARRAY['planned'::text, 'held'::text, 'skipped'::text, 'cancelled'::text])));

alter table meeting_record add constraint meeting_record_meeting_id_series_id_fkey FOREIGN KEY (meeting_id, series_id) REFERENCES meeting(id, series_id) ON DELETE CASCADE;

alter table meeting_record add constraint meeting_record_one_on_one_id_fkey FOREIGN KEY (one_on_one_id) REFERENCES one_on_one(id) ON DELETE CASCADE;

alter table meeting_record add constraint meeting_record_one_on_one_id_key UNIQUE (one_on_one_id);

alter table meeting_record add constraint meeting_record_pkey PRIMARY KEY (meeting_id);

alter table meeting_record add constraint meeting_record_preparation_id_series_id_fkey FOREIGN KEY (preparation_id, series_id) REFERENCES preparation(id, series_id);

alter table meeting_reminder add constraint meeting_reminder_kind_check CHECK ((kind = ANY (ARRAY['add-to-agenda'::text, 'review-agenda'::text, 'finish-record'::text])));

alter table meeting_reminder add constraint meeting_reminder_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table meeting_reminder add constraint meeting_reminder_pkey PRIMARY KEY (series_id, meeting_on, person_id, kind);

alter table meeting_reminder add constraint meeting_reminder_series_id_fkey FOREIGN KEY (series_id) REFERENCES series(id) ON DELETE CASCADE;

alter table migration add constraint migration_pkey PRIMARY KEY (name);

alter table notice add constraint notice_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES person(id) ON DELETE CASCADE;

alter table notice add constraint notice_address_change_id_fkey FOREIGN KEY (address_change_id) REFERENCES address_change(id) ON DELETE CASCADE;

alter table notice add constraint notice_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES invitation(id) ON DELETE CASCADE;

alter table notice add constraint notice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table notice add constraint notice_pkey PRIMARY KEY (id);

alter table notice add constraint notice_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES person(id) ON DELETE CASCADE;

alter table notice add constraint notice_recovery_id_fkey FOREIGN KEY (recovery_id) REFERENCES recovery(id) ON DELETE CASCADE;

alter table notice add constraint notice_reset_id_fkey FOREIGN KEY (reset_id) REFERENCES password_reset(id) ON DELETE CASCADE;

alter table notice add constraint notice_series_id_fkey FOREIGN KEY (series_id) REFERENCES series(id) ON DELETE CASCADE;

alter table one_on_one add constraint one_on_one_check CHECK ((manager_id <> employee_id));

alter table one_on_one add constraint one_on_one_employee_id_fkey FOREIGN KEY (employee_id) REFERENCES person(id);

alter table one_on_one add constraint one_on_one_manager_id_fkey FOREIGN KEY (manager_id) REFERENCES person(id);

alter table one_on_one add constraint one_on_one_pkey PRIMARY KEY (id);

alter table one_on_one add constraint one_on_one_title_check CHECK ((title <> ''::text));

alter table one_on_one_event add constraint one_on_one_event_by_id_fkey FOREIGN KEY (by_id) REFERENCES person(id);

alter table one_on_one_event add constraint one_on_one_event_id_one_on_one_id_key UNIQUE (id, one_on_one_id);

alter table one_on_one_event add constraint one_on_one_event_kind_check CHECK ((kind = ANY (ARRAY['created'::text, 'edited'::text, 'shared'::text, 'approval_requested'::text, 'taken_back'::text, 'reopened'::text, 'revision_requested'::text, 'approved'::text, 'participant_added'::text, 'participant_removed'::text, 'participant_left'::text, 'addendum_added'::text])));

alter table one_on_one_event add constraint one_on_one_event_one_on_one_id_fkey FOREIGN KEY (one_on_one_id) REFERENCES one_on_one(id) ON DELETE CASCADE;

alter table one_on_one_event add constraint one_on_one_event_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table one_on_one_event add constraint one_on_one_event_pkey PRIMARY KEY (id);

alter table participant add constraint participant_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id);

alter table participant add constraint participant_check CHECK (((removed_by IS NULL) = (removed_at IS NULL)));

alter table participant add constraint participant_one_on_one_id_fkey FOREIGN KEY (one_on_one_id) REFERENCES one_on_one(id) ON DELETE CASCADE;

alter table participant add constraint participant_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table participant add constraint participant_pkey PRIMARY KEY (one_on_one_id, person_id);

alter table participant add constraint participant_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES person(id);

alter table password_reset add constraint password_reset_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table password_reset add constraint password_reset_pkey PRIMARY KEY (id);

alter table person add constraint person_name_check CHECK ((name <> ''::text));

alter table person add constraint person_name_is_a_line CHECK ((name !~ '[\u0001-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]'::text));

alter table person add constraint person_pkey PRIMARY KEY (id);

alter table person_address add constraint person_address_email_check CHECK ((email = lower(email)));

alter table person_address add constraint person_address_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table person_address add constraint person_address_pkey PRIMARY KEY (person_id);

alter table person_picture add constraint person_picture_image_check CHECK ((octet_length(image) <= 262144));

alter table person_picture add constraint person_picture_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table person_picture add constraint person_picture_pkey PRIMARY KEY (person_id);

alter table person_picture add constraint person_picture_type_check CHECK ((type = ANY (ARRAY['image/jpeg'::text, 'image/png'::text, 'image/webp'::text])));

alter table point_note add constraint point_note_author_id_fkey FOREIGN KEY (author_id) REFERENCES person(id);

alter table point_note add constraint point_note_pkey PRIMARY KEY (point_id, author_id);

alter table point_note add constraint point_note_point_id_series_id_fkey FOREIGN KEY (point_id, series_id) REFERENCES talking_point(id, series_id) ON DELETE CASCADE;

alter table preparation add constraint preparation_check CHECK (((used_at IS NULL) OR (sent_at IS NOT NULL)));

alter table preparation add constraint preparation_employee_id_fkey FOREIGN KEY (employee_id) REFERENCES person(id);

alter table preparation add constraint preparation_id_series_id_key UNIQUE (id, series_id);

alter table preparation add constraint preparation_pkey PRIMARY KEY (id);

alter table preparation add constraint preparation_series_id_fkey FOREIGN KEY (series_id) REFERENCES series(id) ON DELETE CASCADE;

alter table private_note add constraint private_note_author_id_fkey FOREIGN KEY (author_id) REFERENCES person(id);

alter table private_note add constraint private_note_one_on_one_id_fkey FOREIGN KEY (one_on_one_id) REFERENCES one_on_one(id) ON DELETE CASCADE;

alter table private_note add constraint private_note_pkey PRIMARY KEY (one_on_one_id, author_id);

alter table reading add constraint reading_kpi_id_fkey FOREIGN KEY (kpi_id) REFERENCES kpi(id);

alter table reading add constraint reading_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table reading add constraint reading_pkey PRIMARY KEY (person_id, kpi_id, day) INCLUDE (value);

alter table reading add constraint reading_source_check CHECK ((source = ANY (ARRAY['form'::text, 'import'::text, 'api'::text])));

alter table reading add constraint reading_value_check CHECK ((value <> 'NaN'::numeric));

alter table receipt add constraint receipt_act_check CHECK ((act = ANY (ARRAY['opened'::text, 'downloaded'::text, 'exported'::text])));

alter table receipt add constraint receipt_one_on_one_id_fkey FOREIGN KEY (one_on_one_id) REFERENCES one_on_one(id) ON DELETE CASCADE;

alter table receipt add constraint receipt_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table receipt add constraint receipt_pkey PRIMARY KEY (one_on_one_id, person_id, day, act);

alter table recovery add constraint recovery_check CHECK (((ended_at IS NULL) = (outcome IS NULL)));

alter table recovery add constraint recovery_new_email_check CHECK ((new_email = lower(new_email)));

alter table recovery add constraint recovery_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'objected'::text, 'cancelled'::text, 'impossible'::text])));

alter table recovery add constraint recovery_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table recovery add constraint recovery_pkey PRIMARY KEY (id);

alter table recovery add constraint recovery_started_by_fkey FOREIGN KEY (started_by) REFERENCES person(id);

alter table reminder_choice add constraint reminder_choice_days_before_check CHECK (((days_before >= 0) AND (days_before <= 7)));

alter table reminder_choice add constraint reminder_choice_kind_check CHECK ((kind = ANY (ARRAY['add-to-agenda'::text, 'review-agenda'::text, 'finish-record'::text])));

alter table reminder_choice add constraint reminder_choice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table reminder_choice add constraint reminder_choice_pkey PRIMARY KEY (person_id, kind);

alter table reminder_sent add constraint reminder_sent_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table reminder_sent add constraint reminder_sent_pkey PRIMARY KEY (person_id, sent_on);

alter table resolved_thread add constraint resolved_thread_item_id_one_on_one_id_fkey FOREIGN KEY (item_id, one_on_one_id) REFERENCES item(id, one_on_one_id) ON DELETE CASCADE;

alter table resolved_thread add constraint resolved_thread_pkey PRIMARY KEY (item_id);

alter table resolved_thread add constraint resolved_thread_resolved_by_fkey FOREIGN KEY (resolved_by) REFERENCES person(id);

alter table revision_request add constraint revision_request_event_id_one_on_one_id_fkey FOREIGN KEY (event_id, one_on_one_id) REFERENCES one_on_one_event(id, one_on_one_id) ON DELETE CASCADE;

alter table revision_request add constraint revision_request_message_check CHECK ((message <> ''::text));

alter table revision_request add constraint revision_request_pkey PRIMARY KEY (event_id);

alter table section add constraint section_id_one_on_one_id_key UNIQUE (id, one_on_one_id);

alter table section add constraint section_one_on_one_id_fkey FOREIGN KEY (one_on_one_id) REFERENCES one_on_one(id) ON DELETE CASCADE;

alter table section add constraint section_pkey PRIMARY KEY (id);

alter table section_guidance add constraint section_guidance_pkey PRIMARY KEY (section_id);

alter table section_guidance add constraint section_guidance_section_id_one_on_one_id_fkey FOREIGN KEY (section_id, one_on_one_id) REFERENCES section(id, one_on_one_id) ON DELETE CASCADE;

alter table series add constraint series_agenda_due_days_check CHECK (((agenda_due_days >= 0) AND (agenda_due_days <= 7)));

alter table series add constraint series_at_check CHECK ((EXTRACT(second FROM at) = (0)::numeric));

alter table series add constraint series_cadence_check CHECK ((cadence = ANY (ARRAY['weekly'::text, 'monthly'::text, 'on_demand'::text])));

alter table series add constraint series_check CHECK ((manager_id <> employee_id));

alter table series add constraint series_check1 CHECK ((((cadence = 'on_demand'::text) = (weekday IS NULL)) AND ((cadence = 'on_demand'::text) = (at IS NULL))));

alter table series add constraint series_check2 CHECK (((cadence = 'monthly'::text) = (nth IS NOT NULL)));

alter table series add constraint series_check3 CHECK (((ended_at IS NULL) = (ended_because IS NULL)));

alter table series add constraint series_employee_id_fkey FOREIGN KEY (employee_id) REFERENCES person(id);

alter table series add constraint series_ended_because_check CHECK ((ended_because = ANY (ARRAY['ended_by_manager'::text, 'pair_ended'::text])));

alter table series add constraint series_every_check CHECK (((every >= 1) AND (every <= 12)));

alter table series add constraint series_manager_id_fkey FOREIGN KEY (manager_id) REFERENCES person(id);

alter table series add constraint series_minutes_check CHECK (((minutes >= 5) AND (minutes <= 480)));

alter table series add constraint series_nth_check CHECK ((nth = ANY (ARRAY[1, 2, 3, 4, '-1'::integer])));

alter table series add constraint series_pkey PRIMARY KEY (id);

alter table series add constraint series_template_id_fkey FOREIGN KEY (template_id) REFERENCES template(id) ON DELETE SET NULL;

alter table series add constraint series_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)));

alter table service_account add constraint service_account_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id);

alter table service_account add constraint service_account_name_check CHECK ((name <> ''::text));

alter table service_account add constraint service_account_pkey PRIMARY KEY (id);

alter table session add constraint session_check CHECK (((parent_id IS NULL) = (expires_at IS NULL)));

alter table session add constraint session_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES session(id) ON DELETE CASCADE;

alter table session add constraint session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table session add constraint session_pkey PRIMARY KEY (id);

alter table sign_in_attempt add constraint sign_in_attempt_pkey PRIMARY KEY (key, window_start);

alter table talking_point add constraint talking_point_author_id_fkey FOREIGN KEY (author_id) REFERENCES person(id);

alter table talking_point add constraint talking_point_check CHECK ((shared OR (discussed_at IS NULL)));

alter table talking_point add constraint talking_point_check1 CHECK (((shared_at IS NULL) = (NOT shared)));

alter table talking_point add constraint talking_point_check2 CHECK (((discussed_at IS NULL) = (discussed_by IS NULL)));

alter table talking_point add constraint talking_point_check3 CHECK (((discussed_at IS NOT NULL) OR ((outcome IS NULL) AND (NOT is_decision))));

alter table talking_point add constraint talking_point_discussed_by_fkey FOREIGN KEY (discussed_by) REFERENCES person(id);

alter table talking_point add constraint talking_point_id_series_id_key UNIQUE (id, series_id);

alter table talking_point add constraint talking_point_kind_check CHECK ((kind = ANY (ARRAY['topic'::text, 'win'::text, 'blocker'::text, 'feedback'::text, 'question'::text, 'decision'::text, 'idea'::text])));

alter table talking_point add constraint talking_point_pkey PRIMARY KEY (id);

alter table talking_point add constraint talking_point_series_id_fkey FOREIGN KEY (series_id) REFERENCES series(id) ON DELETE CASCADE;

alter table target add constraint target_check CHECK ((num_nonnulls(person_id, team_id) = 1));

alter table target add constraint target_check1 CHECK ((valid_to >= valid_from));

alter table target add constraint target_kpi_id_fkey FOREIGN KEY (kpi_id) REFERENCES kpi(id);

alter table target add constraint target_period_check CHECK ((period = ANY (ARRAY['day'::text, 'week'::text, 'month'::text, 'quarter'::text, 'year'::text])));

alter table target add constraint target_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table target add constraint target_pkey PRIMARY KEY (id);

alter table target add constraint target_set_by_fkey FOREIGN KEY (set_by) REFERENCES person(id);

alter table target add constraint target_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(id) ON DELETE CASCADE;

alter table target add constraint target_value_check CHECK ((value <> 'NaN'::numeric));

alter table target_change add constraint target_change_by_id_fkey FOREIGN KEY (by_id) REFERENCES person(id);

alter table target_change add constraint target_change_kpi_id_fkey FOREIGN KEY (kpi_id) REFERENCES kpi(id);

alter table target_change add constraint target_change_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table target_change add constraint target_change_pkey PRIMARY KEY (id);

alter table target_change add constraint target_change_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(id) ON DELETE CASCADE;

alter table target_change add constraint target_change_what_check CHECK ((what = ANY (ARRAY['set'::text, 'changed'::text, 'removed'::text])));

alter table target_check add constraint target_check_kpi_id_fkey FOREIGN KEY (kpi_id) REFERENCES kpi(id);

alter table target_check add constraint target_check_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table target_check add constraint target_check_pkey PRIMARY KEY (person_id, kpi_id);

alter table target_hit add constraint target_hit_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table target_hit add constraint target_hit_pkey PRIMARY KEY (target_id, person_id, starts_on);

alter table target_hit add constraint target_hit_target_id_fkey FOREIGN KEY (target_id) REFERENCES target(id) ON DELETE CASCADE;

alter table team add constraint team_name_check CHECK ((name <> ''::text));

alter table team add constraint team_pkey PRIMARY KEY (id);

alter table team_manager add constraint team_manager_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table team_manager add constraint team_manager_pkey PRIMARY KEY (team_id, person_id);

alter table team_manager add constraint team_manager_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(id) ON DELETE CASCADE;

alter table team_member add constraint team_member_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table team_member add constraint team_member_pkey PRIMARY KEY (team_id, person_id);

alter table team_member add constraint team_member_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(id) ON DELETE CASCADE;

alter table template add constraint template_check CHECK (((owner_id IS NOT NULL) OR shared));

alter table template add constraint template_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES person(id) ON DELETE SET NULL;

alter table template add constraint template_pkey PRIMARY KEY (id);

alter table template add constraint template_title_check CHECK ((title <> ''::text));

alter table tombstone add constraint tombstone_pkey PRIMARY KEY (one_on_one_id);

alter table working_hours add constraint working_hours_check CHECK ((begins_at < ends_at));

alter table working_hours add constraint working_hours_days_check CHECK (((days <@ '{1,2,3,4,5,6,7}'::smallint[]) AND (cardinality(days) > 0)));

alter table working_hours add constraint working_hours_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table working_hours add constraint working_hours_pkey PRIMARY KEY (person_id);

-- Indexes

CREATE INDEX access_token_of_person ON public.access_token USING btree (person_id);

CREATE INDEX access_token_of_service_account ON public.access_token USING btree (service_account_id);

CREATE INDEX action_item_of_one_on_one ON public.action_item USING btree (one_on_one_id, "position");

CREATE INDEX action_item_open ON public.action_item USING btree (owner_id, due_on) WHERE ((done_at IS NULL) AND (dropped_at IS NULL));

CREATE INDEX action_item_settled ON public.action_item USING btree (owner_id, COALESCE(done_at, dropped_at) DESC, id DESC) WHERE ((done_at IS NOT NULL) OR (dropped_at IS NOT NULL));

CREATE INDEX addendum_of_one_on_one ON public.addendum USING btree (one_on_one_id, at, id);

CREATE INDEX address_change_of_person ON public.address_change USING btree (person_id);

CREATE INDEX approval_request_of_one_on_one ON public.approval_request USING btree (one_on_one_id, at DESC);

CREATE INDEX comment_of_one_on_one ON public.comment USING btree (one_on_one_id, created_at, id);

CREATE INDEX export_job_person ON public.export_job USING btree (person_id, created_at DESC);

CREATE UNIQUE INDEX export_job_under_way ON public.export_job USING btree (person_id) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));

CREATE INDEX file_of_one_on_one ON public.file USING btree (one_on_one_id, added_at, id);

CREATE INDEX invitation_person ON public.invitation USING btree (person_id);

CREATE INDEX item_figures_of_one_on_one ON public.item_figures USING btree (one_on_one_id);

CREATE INDEX item_of_one_on_one ON public.item USING btree (one_on_one_id, "position");

CREATE INDEX item_of_section ON public.item USING btree (section_id);

CREATE UNIQUE INDEX kpi_by_name ON public.kpi USING btree (lower(name));

CREATE INDEX meeting_record_of_series ON public.meeting_record USING btree (series_id);

CREATE INDEX meeting_reminder_of_notice ON public.meeting_reminder USING btree (notice_id);

CREATE INDEX notice_of_address_change ON public.notice USING btree (address_change_id) WHERE (address_change_id IS NOT NULL);

CREATE INDEX notice_of_recipient ON public.notice USING btree (recipient_id, at DESC, id DESC);

CREATE INDEX notice_of_recovery ON public.notice USING btree (recovery_id) WHERE (recovery_id IS NOT NULL);

CREATE INDEX notice_of_reset ON public.notice USING btree (reset_id) WHERE (reset_id IS NOT NULL);

CREATE INDEX notice_unread ON public.notice USING btree (recipient_id) WHERE (read_at IS NULL);

CREATE INDEX notice_unsent ON public.notice USING btree (at) WHERE (sent_at IS NULL);

CREATE INDEX one_on_one_event_of_one_on_one ON public.one_on_one_event USING btree (one_on_one_id, sequence DESC);

CREATE INDEX one_on_one_of_employee ON public.one_on_one USING btree (employee_id, updated_at DESC, id DESC);

CREATE INDEX one_on_one_of_manager ON public.one_on_one USING btree (manager_id, updated_at DESC, id DESC);

CREATE INDEX one_on_one_of_pair ON public.one_on_one USING btree (manager_id, employee_id, held_on DESC);

CREATE INDEX participant_of_person ON public.participant USING btree (person_id, one_on_one_id) WHERE (removed_at IS NULL);

CREATE INDEX password_reset_of_person ON public.password_reset USING btree (person_id, created_at);

CREATE UNIQUE INDEX person_address_email ON public.person_address USING btree (email);

CREATE INDEX person_by_name ON public.person USING btree (lower(name), id);

CREATE INDEX preparation_of_series ON public.preparation USING btree (series_id, used_at DESC);

CREATE UNIQUE INDEX preparation_open ON public.preparation USING btree (series_id) WHERE (used_at IS NULL);

CREATE UNIQUE INDEX recovery_open ON public.recovery USING btree (person_id) WHERE (ended_at IS NULL);

CREATE INDEX revision_request_of_one_on_one ON public.revision_request USING btree (one_on_one_id);

CREATE INDEX section_guidance_of_one_on_one ON public.section_guidance USING btree (one_on_one_id);

CREATE INDEX section_of_one_on_one ON public.section USING btree (one_on_one_id, "position");

CREATE INDEX series_of_employee ON public.series USING btree (employee_id);

CREATE INDEX series_of_manager ON public.series USING btree (manager_id);

CREATE UNIQUE INDEX series_open ON public.series USING btree (manager_id, employee_id) WHERE (ended_at IS NULL);

CREATE INDEX series_to_look_at ON public.series USING btree (look_at) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX service_account_by_name ON public.service_account USING btree (lower(name)) WHERE (closed_at IS NULL);

CREATE INDEX session_parent ON public.session USING btree (parent_id) WHERE (parent_id IS NOT NULL);

CREATE INDEX session_person ON public.session USING btree (person_id);

CREATE UNIQUE INDEX session_token_hash ON public.session USING btree (token_hash);

CREATE INDEX talking_point_of_series ON public.talking_point USING btree (series_id, rank, id);

CREATE INDEX target_change_of_person ON public.target_change USING btree (person_id, kpi_id, sequence DESC) WHERE (person_id IS NOT NULL);

CREATE INDEX target_change_of_team ON public.target_change USING btree (team_id, kpi_id, sequence DESC) WHERE (team_id IS NOT NULL);

CREATE INDEX target_hit_of_person ON public.target_hit USING btree (person_id, hit_at);

CREATE INDEX target_of_kpi ON public.target USING btree (kpi_id);

CREATE INDEX target_of_person ON public.target USING btree (person_id, kpi_id, period, valid_from) WHERE (person_id IS NOT NULL);

CREATE INDEX target_of_team ON public.target USING btree (team_id, kpi_id, period, valid_from) WHERE (team_id IS NOT NULL);

CREATE INDEX team_by_name ON public.team USING btree (lower(name), id);

CREATE INDEX team_manager_person ON public.team_manager USING btree (person_id, team_id);

CREATE INDEX team_member_person ON public.team_member USING btree (person_id, team_id);

CREATE INDEX template_by_change ON public.template USING btree (updated_at DESC, id DESC);

CREATE INDEX template_owner ON public.template USING btree (owner_id);

-- Functions

CREATE OR REPLACE FUNCTION app.address_may_change(person uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  return app.viewer_is_admin() and not app.has_password(person) and not app.has_something_to_read(person);
end
$function$
;

CREATE OR REPLACE FUNCTION app.admins()
 RETURNS TABLE(id uuid, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select p.id, p.name from public.person p
   where p.is_admin and p.active and p.has_login and app.viewer_id() is not null
$function$
;

CREATE OR REPLACE FUNCTION app.answers_what_was_asked(asked jsonb, source uuid, kind text, prompt text, options jsonb)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (
    select from jsonb_array_elements(asked) as one
     where one ->> 'itemId' = source::text and one ->> 'kind' = kind and one ->> 'prompt' = prompt
       and coalesce(nullif(one -> 'options', 'null'), 'null') = coalesce(options, 'null'))
$function$
;

CREATE OR REPLACE FUNCTION app.ask_for_checks(kpis uuid[], people uuid[], at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  insert into public.target_check (person_id, kpi_id, asked_at)
  select distinct r.person, r.kpi, ask_for_checks.at
    from unnest(people, kpis) as r (person, kpi)
   where app.may_load_readings() and r.kpi in (select t.kpi_id from public.target t)
   order by r.person, r.kpi
  on conflict on constraint target_check_pkey do update set asked_at = excluded.asked_at
$function$
;

CREATE OR REPLACE FUNCTION app.ask_password_reset(reset uuid, notice uuid, address text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  whom uuid;
begin
  select p.id into whom
    from public.person_address a join public.person p on p.id = a.person_id
    join public.credential c on c.person_id = p.id
   where a.email = lower(address) and p.active and p.has_login;
  if whom is null
     or (select count(*) from public.password_reset r where r.person_id = whom and r.created_at > now() - interval '1 hour') >= 3 then
    return;
  end if;
  insert into public.password_reset (id, person_id, expires_at) values (reset, whom, now() + interval '1 hour');
  insert into public.notice (id, kind, recipient_id, at, reset_id, read_at)
  values (notice, 'person.password-reset', whom, now(), reset, now());
end
$function$
;

CREATE OR REPLACE FUNCTION app.asked_before_meeting(series uuid)
 RETURNS TABLE(section_id uuid, item_id uuid, kind text, prompt text, options jsonb, place bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select (section ->> 'id')::uuid, (item ->> 'id')::uuid, item ->> 'kind', item ->> 'prompt', item -> 'options',
         section_at * 1000 + item_at
    from public.series s
    join public.template t on t.id = s.template_id and (t.shared or t.owner_id = s.manager_id),
         jsonb_array_elements(t.sections) with ordinality as sections (section, section_at),
         jsonb_array_elements(section -> 'items') with ordinality as items (item, item_at)
   where s.id = asked_before_meeting.series and app.viewer_id() in (s.manager_id, s.employee_id)
     and (item ->> 'kind' = 'update' or item ->> 'answeredBy' = 'employee')
   order by section_at, item_at
$function$
;

CREATE OR REPLACE FUNCTION app.asks_as_owner()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
BEGIN ATOMIC
 SELECT (SESSION_USER = CURRENT_USER);
END
;

CREATE OR REPLACE FUNCTION app.begin_grant(token text)
 RETURNS TABLE(id uuid, name text, is_admin boolean, session_id uuid, is_stale boolean)
 LANGUAGE sql
 SECURITY DEFINER
BEGIN ATOMIC
 SELECT set_config('app.session_token'::text, COALESCE(token, ''::text), true) AS set_config;
 SELECT p.id,
     p.name,
     p.is_admin,
     s.id,
     false
    FROM ((session s
      JOIN session parent ON (((parent.id = s.parent_id) AND (parent.person_id = s.person_id))))
      JOIN person p ON (((p.id = s.person_id) AND p.active AND p.has_login)))
   WHERE ((s.token_hash = sha256(convert_to(NULLIF(begin_grant.token, ''::text), 'UTF8'::name))) AND (s.expires_at > now()) AND (parent.last_seen_at > (now() - '7 days'::interval)) AND (parent.created_at > (now() - '30 days'::interval)));
END
;

CREATE OR REPLACE FUNCTION app.begin_request(token text)
 RETURNS TABLE(id uuid, name text, is_admin boolean, session_id uuid, is_stale boolean)
 LANGUAGE sql
 SECURITY DEFINER
BEGIN ATOMIC
 SELECT set_config('app.session_token'::text, COALESCE(token, ''::text), true) AS set_config;
 SELECT p.id,
     p.name,
     p.is_admin,
     s.id,
     (s.last_seen_at < (now() - '00:05:00'::interval))
    FROM (session s
      JOIN person p ON (((p.id = s.person_id) AND p.active AND p.has_login)))
   WHERE ((s.token_hash = sha256(convert_to(NULLIF(begin_request.token, ''::text), 'UTF8'::name))) AND (s.last_seen_at > (now() - '7 days'::interval)) AND (s.created_at > (now() - '30 days'::interval)) AND (s.expires_at IS NULL));
END
;

CREATE OR REPLACE FUNCTION app.begin_token(token text, at timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  perform set_config('app.session_token', '', true), set_config('app.access_token', coalesce(token, ''), true);
  if app.token_scope() is not null then
    update public.access_token t set last_used_at = begin_token.at
     where t.token_hash = sha256(convert_to(token, 'UTF8'))
       and (t.last_used_at is null or t.last_used_at < begin_token.at - interval '1 minute');
  end if;
  return app.token_scope();
end
$function$
;

CREATE OR REPLACE FUNCTION app.call_out_inbox()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  perform pg_notify('duologue_live', 'inbox ' || new.recipient_id);
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION app.call_out_of_series()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  if tg_table_name = 'series' then
    perform app.call_out_series(new.id, 'series');
  elsif tg_op = 'DELETE' then
    perform app.call_out_series(old.series_id, tg_table_name);
  else
    perform app.call_out_series(new.series_id, tg_table_name);
  end if;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION app.call_out_one_on_one()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  if tg_table_name = 'one_on_one' then
    if tg_op = 'DELETE' then
      perform pg_notify('duologue_live', 'one-on-one ' || old.id || ' one-on-one');
    else
      perform pg_notify('duologue_live', 'one-on-one ' || new.id || ' one-on-one ' || new.version);
    end if;
  elsif tg_op = 'DELETE' then
    perform pg_notify('duologue_live', 'one-on-one ' || old.one_on_one_id || ' ' || replace(tg_table_name, '_', '-'));
  else
    perform pg_notify('duologue_live', 'one-on-one ' || new.one_on_one_id || ' ' || replace(tg_table_name, '_', '-'));
  end if;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION app.call_out_pair(manager uuid, employee uuid, what text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  open_series uuid;
begin
  select s.id into open_series
    from public.series s where s.manager_id = manager and s.employee_id = employee and s.ended_at is null;
  if open_series is not null then
    perform app.call_out_series(open_series, what);
  end if;
end
$function$
;

CREATE OR REPLACE FUNCTION app.call_out_points()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  parent uuid;
begin
  if tg_op = 'INSERT' then
    for parent in select distinct a.series_id from after_it a where a.shared loop
      perform app.call_out_series(parent, 'talking-point');
    end loop;
  elsif tg_op = 'DELETE' then
    for parent in select distinct b.series_id from before_it b where b.shared loop
      perform app.call_out_series(parent, 'talking-point');
    end loop;
  else
    for parent in
      select a.series_id
        from after_it a join before_it b on b.id = a.id
       where a.shared and to_jsonb(a) - 'rank' <> to_jsonb(b) - 'rank'
      union
      select a.series_id
        from after_it a
        join before_it b on b.id = a.id and b.rank <> a.rank
        join talking_point p on p.series_id = a.series_id and p.id <> a.id and p.shared and p.dropped_at is null
             and (p.discussed_at is null or p.recurring) and (p.later_until is null or p.later_until <= current_date)
        left join before_it q on q.id = p.id
       where a.shared and ((b.rank, b.id) < (coalesce(q.rank, p.rank), p.id)) <> ((a.rank, a.id) < (p.rank, p.id))
    loop
      perform app.call_out_series(parent, 'talking-point');
    end loop;
  end if;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION app.call_out_record()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  pair record;
begin
  if tg_table_name = 'one_on_one' then
    perform app.call_out_pair(old.manager_id, old.employee_id, 'one-on-one');
    return null;
  end if;
  select o.manager_id, o.employee_id into pair
    from public.one_on_one o
   where o.id = case when tg_op = 'DELETE' then old.one_on_one_id else new.one_on_one_id end and o.state <> 'draft';
  if found then
    perform app.call_out_pair(pair.manager_id, pair.employee_id, 'action-item');
  end if;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION app.call_out_series(series uuid, what text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  perform pg_notify('duologue_live', 'series ' || series || ' ' || what);
end
$function$
;

CREATE OR REPLACE FUNCTION app.cancel_recovery(person uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  update public.recovery r set ended_at = now(), outcome = 'cancelled'
   where r.person_id = person and r.ended_at is null and app.viewer_is_admin();
  return found;
end
$function$
;

CREATE OR REPLACE FUNCTION app.change_own_profile(new_name text, new_time_zone text, new_language text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION app.check_targets_again(at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  asked integer;
begin
  insert into public.target_check (person_id, kpi_id, asked_at)
  select distinct p.id, t.kpi_id, check_targets_again.at
    from public.target t
    join public.person p on p.active and (p.id = t.person_id or exists (
      select from public.team_member m where m.team_id = t.team_id and m.person_id = p.id))
   where exists (select from public.reading r where r.person_id = p.id and r.kpi_id = t.kpi_id
                    and r.day >= check_targets_again.at::date - 740)
   order by p.id, t.kpi_id
  on conflict on constraint target_check_pkey do nothing;
  get diagnostics asked = row_count;
  return asked;
end
$function$
;

CREATE OR REPLACE FUNCTION app.confirm_address_change(change uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  wanted public.address_change;
begin
  update public.address_change c set confirmed_at = now()
   where c.id = change and c.person_id = app.viewer_id() and c.confirmed_at is null and c.expires_at > now()
     and exists (select from public.person_address a where a.person_id = c.person_id and a.email = c.old_email)
     and not exists (select from public.person_address a where a.email = c.new_email)
  returning * into wanted;
  if wanted.id is null then
    return false;
  end if;
  update public.person_address a set email = wanted.new_email where a.person_id = wanted.person_id;
  return true;
end
$function$
;

CREATE OR REPLACE FUNCTION app.copy_participants()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  parent uuid := case when tg_op = 'DELETE' then old.one_on_one_id else new.one_on_one_id end;
  at timestamptz := case when tg_op = 'INSERT' then new.added_at else date_trunc('milliseconds', now()) end;
begin
  update public.one_on_one o
     set participant_ids = (
           select coalesce(array_agg(p.person_id order by p.person_id), '{}')
             from public.participant p where p.one_on_one_id = parent and p.removed_at is null),
         version = case o.state when 'approved' then o.version else o.version + 1 end,
         updated_at = case o.state when 'approved' then o.updated_at else greatest(o.updated_at, at) end
   where o.id = parent;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION app.end_access_tokens()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  update public.access_token t set revoked_at = now() where t.person_id = new.id and t.revoked_at is null;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION app.end_feed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  if tg_table_name = 'recovery' then
    delete from public.calendar_feed f where f.person_id = new.person_id and new.outcome = 'done';
  else
    delete from public.calendar_feed f where f.person_id = new.id and not (new.active and new.has_login);
  end if;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION app.end_grant_of_export()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  delete from public.session s where s.id = old.id and s.expires_at is not null;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION app.end_links_of(person uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  update public.password_reset r set used_at = now() where r.person_id = person and r.used_at is null;
  delete from public.address_change c where c.person_id = person and c.confirmed_at is null;
$function$
;

CREATE OR REPLACE FUNCTION app.end_recoveries_of(person uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  update public.recovery r set ended_at = now(), outcome = 'cancelled' where r.person_id = person and r.ended_at is null;
$function$
;

CREATE OR REPLACE FUNCTION app.end_recovery_of_the_locked_out()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  update public.recovery r set ended_at = now(), outcome = 'cancelled'
   where r.ended_at is null and (r.person_id = new.id or app.shares_with(r.person_id, new.id));
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION app.end_series_of_past_pairs(at timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION app.end_sessions_of_the_locked_out()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  delete from public.session s where s.person_id = new.id;
  delete from public.invitation i where i.person_id = new.id and i.used_at is null;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION app.enqueue_export()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  insert into pgboss.job (name, data, retry_limit, retry_delay, retry_backoff, retry_delay_max,
                          expire_seconds, heartbeat_seconds, deletion_seconds, keep_until, policy)
  select q.name, jsonb_build_object('id', new.id), q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max,
         q.expire_seconds, q.heartbeat_seconds, q.deletion_seconds,
         now() + make_interval(secs => q.retention_seconds), q.policy
    from pgboss.queue q where q.name = 'exports';
  perform pg_notify('pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24), 'exports');
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION app.enqueue_notice()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  insert into pgboss.job (name, data, retry_limit, retry_delay, retry_backoff, retry_delay_max,
                          expire_seconds, deletion_seconds, keep_until, policy, start_after)
  select q.name, jsonb_build_object('id', new.id), q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max,
         q.expire_seconds, q.deletion_seconds, now() + make_interval(secs => q.retention_seconds), q.policy,
         coalesce(new.mail_after, now())
    from pgboss.queue q where q.name = 'mail';
  if new.mail_after is null then
    perform pg_notify('pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24), 'mail');
  end if;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION app.feed_of(hash bytea)
 RETURNS TABLE(person_id uuid, person_zone text, names boolean, preparation_block boolean, series jsonb, meetings jsonb, counterpart_name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select p.id, p.time_zone, coalesce(c.names, true), coalesce(c.preparation_block, false),
         to_jsonb(s) - '{manager_prepares,employee_prepares,look_at,template_id}'::text[],
         (select coalesce(jsonb_agg(to_jsonb(m) - '{reason,changed_by}'::text[]), '[]') from public.meeting m where m.series_id = s.id),
         other.name
    from public.calendar_feed f
    join public.person p on p.id = f.person_id and p.active and p.has_login
    left join public.calendar_choice c on c.person_id = p.id
    left join public.series s on p.id in (s.manager_id, s.employee_id)
         and case when s.ended_at is null then app.pair_stands(s.manager_id, s.employee_id)
                  else s.ended_at > now() - interval '90 days' end
    left join public.person other on other.id = case p.id when s.manager_id then s.employee_id else s.manager_id end
   where f.token_hash = hash
$function$
;

CREATE OR REPLACE FUNCTION app.figures_hold(figures jsonb, held_on date, approved_at timestamp with time zone, measure jsonb, kpi jsonb, buckets jsonb, targets jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
declare
  period text := measure ->> 'period';
  compare_with text := measure ->> 'compareWith';
  this_one date := app.period_start(period, held_on);
  starts_on date := case measure ->> 'which' when 'last' then app.period_back(period, this_one, 1) else this_one end;
  compared_from date := case when compare_with = 'previous' then app.period_back(period, starts_on, 1)
                             when period in ('day', 'week') then starts_on - 364
                             else app.period_back('year', starts_on, 1) end;
  many integer := case period when 'day' then 30 when 'quarter' then 8 when 'year' then 5 else 13 end;
  here record;
  compared record;
begin
  select * into here from app.points_of(array[starts_on], period, kpi, buckets, targets);
  select * into compared from app.points_of(array[compared_from], period, kpi, buckets, targets);
  return app.has_only(figures, '{kpi,period,startsOn,endsOn,asOf,value,readings,target,expected,progress,state,compared,trend}')
     and figures -> 'kpi' = kpi
     and figures ->> 'period' = period
     and figures ->> 'startsOn' = to_char(starts_on, 'YYYY-MM-DD')
     and figures ->> 'endsOn' = to_char(app.period_end(period, starts_on), 'YYYY-MM-DD')
     -- Where the organisation is, it can be a day earlier or later.
     and figures ->> 'asOf' in (select to_char((approved_at at time zone 'UTC')::date + d, 'YYYY-MM-DD') from generate_series(-1, 1) d)
     and app.is_number(figures -> 'readings', here.readings)
     and app.is_number(figures -> 'value', here.value)
     and case when here.target is null then figures -> 'target' = 'null'
              else app.has_only(figures -> 'target', '{value,of}')
                   and app.is_number(figures #> '{target,value}', here.target)
                   and figures #>> '{target,of}' = here.target_of end
     and jsonb_typeof(figures -> 'expected') = case when here.target is null then 'null' else 'number' end
     and jsonb_typeof(figures -> 'progress') in ('null', case when here.target is null then 'null' else 'number' end)
     and case when here.target is null then figures -> 'state' = 'null'
              else figures ->> 'state' in ('on-track', 'at-risk', 'behind', 'no-data') end
     and case when compare_with = 'none' then figures -> 'compared' = 'null'
              else app.has_only(figures -> 'compared', '{with,startsOn,value}')
                   and figures #>> '{compared,with}' = compare_with
                   and figures #>> '{compared,startsOn}' = to_char(compared_from, 'YYYY-MM-DD')
                   and app.is_number(figures #> '{compared,value}', compared.value) end
     and (select count(*) = many and bool_and(coalesce(
                   app.has_only(t.said, '{startsOn,value,target}')
                   and t.said ->> 'startsOn' = to_char(p.starts_on, 'YYYY-MM-DD')
                   and app.is_number(t.said -> 'value', p.value)
                   and app.is_number(t.said -> 'target', p.target), false))
            from app.points_of(array(select app.period_back(period, starts_on, many - n) from generate_series(1, many) n order by n),
                               period, kpi, buckets, targets) p
            full join jsonb_array_elements(figures -> 'trend') with ordinality as t (said, at) on t.at = p.at);
end
$function$
;

CREATE OR REPLACE FUNCTION app.files_left_over(ids uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select i from unnest(ids) i where not exists (select from public.file f where f.id = i)
$function$
;

CREATE OR REPLACE FUNCTION app.find_kpis_for_readings(kpis text[])
 RETURNS TABLE(said text, kpi_id uuid, archived boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select distinct on (f.said) f.said, f.id, f.archived_at is not null
    from (select r.said, k.id, k.archived_at, true as by_id
            from unnest(kpis) as r (said) join public.kpi k on k.id::text = lower(r.said)
           union all
          select r.said, k.id, k.archived_at, false
            from unnest(kpis) as r (said) join public.kpi k on lower(k.name) = lower(r.said)) f
   where app.may_load_readings() or app.viewer_manages_a_team()
   -- An id is an id, also where another KPI has it for a name.
   order by f.said, f.by_id desc
$function$
;

CREATE OR REPLACE FUNCTION app.find_people_for_readings(people text[])
 RETURNS TABLE(said text, person_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select r.said, p.id
    from unnest(people) as r (said)
    left join public.person_address a on a.email = lower(r.said)
    join public.person p
      on p.id = coalesce(a.person_id, case when r.said ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then r.said::uuid end)
   where app.may_load_readings() or app.manages(app.viewer_id(), p.id)
$function$
;

CREATE OR REPLACE FUNCTION app.finish_recoveries()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  due record;
  reset uuid;
  finished integer := 0;
begin
  for due in
    select r.* from public.recovery r where r.ended_at is null and r.due_at <= now() for update skip locked
  loop
    if not exists (select from public.person p where p.id = due.started_by and p.active and p.is_admin)
       or due.old_email is distinct from (select a.email from public.person_address a where a.person_id = due.person_id) then
      update public.recovery r set ended_at = now(), outcome = 'cancelled' where r.id = due.id;
      continue;
    end if;
    if exists (select from public.person_address a where a.email = due.new_email)
       or not exists (select from public.person p where p.id = due.person_id and p.active and p.has_login) then
      update public.recovery r set ended_at = now(), outcome = 'impossible' where r.id = due.id;
      continue;
    end if;
    perform set_config('app.finishing_recovery', due.person_id::text, true);
    insert into public.notice (id, kind, recipient_id, actor_id, at, recovery_id, read_at)
    values (gen_random_uuid(), 'person.recovery-finished', due.person_id, due.started_by, now(), due.id, now());
    insert into public.person_address (person_id, email) values (due.person_id, due.new_email)
      on conflict (person_id) do update set email = excluded.email;
    perform set_config('app.finishing_recovery', '', true);
    delete from public.session s where s.person_id = due.person_id;
    reset := gen_random_uuid();
    insert into public.password_reset (id, person_id, expires_at) values (reset, due.person_id, now() + interval '7 days');
    insert into public.notice (id, kind, recipient_id, actor_id, at, reset_id, read_at)
    values (gen_random_uuid(), 'person.recovered', due.person_id, due.started_by, now(), reset, now());
    update public.recovery r set ended_at = now(), outcome = 'done' where r.id = due.id;
    finished := finished + 1;
  end loop;
  return finished;
end
$function$
;

CREATE OR REPLACE FUNCTION app.forget_meeting_reminders(at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  delete from public.meeting_reminder r where r.meeting_on < forget_meeting_reminders.at::date - 90
$function$
;

CREATE OR REPLACE FUNCTION app.guard_action_item()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  viewer uuid := app.viewer_id();
  record public.one_on_one;
begin
  select * into record from public.one_on_one o
   where o.id = case when tg_op = 'DELETE' then old.one_on_one_id else new.one_on_one_id end
     and (app.asks_as_owner() or viewer = o.manager_id
          or (o.state <> 'draft' and (viewer = o.employee_id or viewer = any (o.participant_ids))));
  if record.id is null then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op <> 'DELETE' and new.owner_id not in (record.manager_id, record.employee_id) then
    raise exception 'an action item belongs to one of the two' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'UPDATE' and (new.id, new.one_on_one_id, new.position, new.text, new.owner_id, new.due_on, new.created_at)
     is not distinct from (old.id, old.one_on_one_id, old.position, old.text, old.owner_id, old.due_on, old.created_at) then
    return new;
  end if;
  if record.state not in ('draft', 'active')
     or not (app.asks_as_owner() or (viewer = record.manager_id and app.manages(record.manager_id, record.employee_id))) then
    raise exception 'the action items of this one-on-one are settled' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'UPDATE' and (new.id, new.one_on_one_id, new.created_at) is distinct from (old.id, old.one_on_one_id, old.created_at) then
    raise exception 'content stays with its one-on-one' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$function$
;

CREATE OR REPLACE FUNCTION app.guard_agenda_ready()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  viewer uuid := app.viewer_id();
  pair public.series;
begin
  if app.asks_as_owner() then return new; end if;
  select * into pair from public.series s where s.id = new.series_id;
  if (new.manager_ready_at is not null and new.manager_ready_at is distinct from old.manager_ready_at
      and viewer is distinct from pair.manager_id)
     or (new.employee_ready_at is not null and new.employee_ready_at is distinct from old.employee_ready_at
         and viewer is distinct from pair.employee_id) then
    raise exception 'each says for themself that it is ready' using errcode = 'restrict_violation';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION app.guard_discussion()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  if app.asks_as_owner() or new.discussed_by is null then
    return new;
  end if;
  if (tg_op = 'INSERT'
      or (new.discussed_by, new.discussed_at, new.outcome, new.is_decision)
         is distinct from (old.discussed_by, old.discussed_at, old.outcome, old.is_decision))
     and new.discussed_by is distinct from app.viewer_id() then
    raise exception 'each ticks off in their own name' using errcode = 'restrict_violation';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION app.guard_ended_recovery()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.ended_at is not null then
    raise exception 'a recovery that has ended stays as it is' using errcode = 'restrict_violation';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION app.guard_frozen_content()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  parent uuid := case when tg_op = 'DELETE' then old.one_on_one_id else new.one_on_one_id end;
begin
  if tg_op = 'UPDATE' and new.one_on_one_id <> old.one_on_one_id then
    raise exception 'content stays with its one-on-one' using errcode = 'restrict_violation';
  end if;
  -- Whoever is neither of the pair is refused by the policies, in the same words whether it exists or not.
  if exists (select from public.one_on_one o
              where o.id = parent and o.state = 'approved'
                and (app.viewer_id() in (o.manager_id, o.employee_id) or app.asks_as_owner())) then
    raise exception 'an approved one-on-one is frozen' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$function$
;

CREATE OR REPLACE FUNCTION app.guard_item_from_employee()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  if tg_op = 'UPDATE' then
    if (new.from_employee, new.given, new.answered_by, new.kind) is distinct from (old.from_employee, old.given, old.answered_by, old.kind)
       or (old.from_employee and old.kind <> 'update' and new.answer is distinct from old.answer)
       or ((old.from_employee or old.given is not null)
           and (new.prompt, new.options, new.source_item_id) is distinct from (old.prompt, old.options, old.source_item_id)) then
      raise exception 'what the employee brought is theirs' using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  if app.asks_as_owner() then
    return new;
  end if;
  if not new.from_employee and (new.given ? 'wentWell' or new.given ? 'couldImprove' or new.given ? 'anythingElse') then
    raise exception 'an update is the employee''s' using errcode = 'restrict_violation';
  end if;
  if new.from_employee and not exists (
    select from public.one_on_one o
      join public.series s on s.manager_id = o.manager_id and s.employee_id = o.employee_id
      join public.preparation p on p.series_id = s.id and p.sent_at is not null and p.used_at is null
     where o.id = new.one_on_one_id
       and case when new.kind = 'update' then p.update = new.given
                else p.answers -> new.source_item_id::text = new.answer
                     and app.answers_what_was_asked(p.asked, new.source_item_id, new.kind, new.prompt, new.options) end) then
    raise exception 'the employee has sent nothing like it' using errcode = 'restrict_violation';
  end if;
  if new.given -> 'point' is not null and not exists (
    select from public.one_on_one o
      join public.series s on s.manager_id = o.manager_id and s.employee_id = o.employee_id
      join public.talking_point t on t.series_id = s.id
     where o.id = new.one_on_one_id and new.kind = 'agenda' and t.kind = new.given #>> '{point,kind}'
       and t.id::text = new.given #>> '{point,id}' and t.author_id::text = new.given #>> '{point,authorId}'
       and t.body = new.given #> '{point,body}' and (t.shared or t.author_id = app.viewer_id())) then
    raise exception 'nobody raised it' using errcode = 'restrict_violation';
  end if;
  if new.given -> 'actionItem' is not null and not exists (
    select from public.one_on_one o
      join public.one_on_one before on before.manager_id = o.manager_id and before.employee_id = o.employee_id
      join public.action_item a on a.one_on_one_id = before.id
     where o.id = new.one_on_one_id
       and a.id::text = new.given #>> '{actionItem,id}' and a.owner_id::text = new.given #>> '{actionItem,ownerId}'
       and a.text = new.prompt) then
    raise exception 'nobody promised it' using errcode = 'restrict_violation';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION app.guard_meeting()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  is_taken_back boolean := pg_trigger_depth() > 1;
begin
  if tg_op = 'DELETE' then
    if old.status = 'held' and not is_taken_back and not app.asks_as_owner()
       and exists (select from public.series s where s.id = old.series_id) then
      raise exception 'a held meeting stays' using errcode = 'restrict_violation';
    end if;
    return old;
  end if;
  if tg_op = 'UPDATE'
     and ((new.id, new.series_id, new.slot_at, new.is_extra) is distinct from (old.id, old.series_id, old.slot_at, old.is_extra)
          or (old.status = 'held' and not is_taken_back
              and (new.status, new.held_at, new.starts_at) is distinct from ('held', old.held_at, old.starts_at))) then
    raise exception 'a held meeting stays, and an occurrence keeps its slot' using errcode = 'restrict_violation';
  end if;
  if (new.held_at, new.ended_at) is distinct from
       (case when tg_op = 'UPDATE' then old.held_at end, case when tg_op = 'UPDATE' then old.ended_at end)
     and not app.asks_as_owner()
     and not exists (select from public.series s where s.id = new.series_id and s.manager_id = app.viewer_id()) then
    raise exception 'the manager begins and ends a meeting' using errcode = 'restrict_violation';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION app.guard_one_on_one()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  viewer uuid := app.viewer_id();
begin
  if old.state = 'approved' then
    if tg_op = 'UPDATE' and new.participant_ids <@ old.participant_ids then
      old.participant_ids := new.participant_ids;
      if new is not distinct from old then
        return new;
      end if;
    end if;
    raise exception 'an approved one-on-one is frozen' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'DELETE' then
    if old.state not in ('draft', 'active') then
      raise exception 'only a draft or an active one-on-one can be deleted' using errcode = 'restrict_violation';
    end if;
    insert into public.tombstone (one_on_one_id, manager_id, employee_id, deleted_by)
    values (old.id, old.manager_id, old.employee_id, viewer);
    return old;
  end if;
  if (new.id, new.manager_id, new.employee_id, new.created_at) is distinct from
     (old.id, old.manager_id, old.employee_id, old.created_at) then
    raise exception 'the pair of a one-on-one never changes' using errcode = 'restrict_violation';
  end if;
  if new.version <= old.version then
    raise exception 'every change counts the version up' using errcode = 'restrict_violation';
  end if;
  if new.state <> old.state and (old.state, new.state) not in (
    ('draft', 'active'), ('draft', 'pending_approval'), ('active', 'pending_approval'), ('pending_approval', 'active'), ('pending_approval', 'approved')) then
    raise exception 'no such transition' using errcode = 'restrict_violation';
  end if;
  if new.state = 'approved' and not exists (
    select from public.approval a where a.one_on_one_id = new.id and a.version = old.version) then
    raise exception 'an approved one-on-one has an approval' using errcode = 'restrict_violation';
  end if;
  if viewer = old.employee_id then
    if (new.title, new.held_on) is distinct from (old.title, old.held_on) then
      raise exception 'the employee changes the state alone' using errcode = 'restrict_violation';
    end if;
  elsif new.state = 'approved' then
    raise exception 'only the employee approves' using errcode = 'restrict_violation';
  end if;
  new.revision_wanted := case
    when new.state = 'pending_approval' then false
    when old.state = 'pending_approval' and new.state = 'active' then viewer = old.employee_id
    else old.revision_wanted end;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION app.guard_participant()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  viewer uuid := app.viewer_id();
  record public.one_on_one;
begin
  select * into record from public.one_on_one o
   where o.id = case when tg_op = 'DELETE' then old.one_on_one_id else new.one_on_one_id end
     and (app.asks_as_owner() or viewer = o.manager_id
          or (o.state <> 'draft' and (viewer = o.employee_id or viewer = any (o.participant_ids))));
  if record.id is null then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'INSERT' then
    if new.person_id in (record.manager_id, record.employee_id)
       or not exists (select from public.person p where p.id = new.person_id and p.active and p.has_login) then
      raise exception 'this person cannot be a participant' using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' then
    if record.state = 'approved' then
      raise exception 'an approved one-on-one is frozen' using errcode = 'restrict_violation';
    end if;
    return old;
  end if;
  if record.state is distinct from 'approved' or old.removed_at is not null
     or (new.one_on_one_id, new.person_id, new.added_by, new.added_at)
        is distinct from (old.one_on_one_id, old.person_id, old.added_by, old.added_at) then
    raise exception 'a participant is removed, never changed' using errcode = 'restrict_violation';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION app.guard_preparation()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  if pg_trigger_depth() > 1 then
    return new;
  end if;
  if old.used_at is not null
     or (new.id, new.series_id, new.employee_id, new.created_at) is distinct from (old.id, old.series_id, old.employee_id, old.created_at)
     or (app.viewer_id() is distinct from old.employee_id and not app.asks_as_owner()
         and (new.update, new.answers, new.sent_at) is distinct from (old.update, old.answers, old.sent_at)) then
    raise exception 'what the employee prepared is theirs' using errcode = 'restrict_violation';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION app.guard_series()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  if (new.id, new.manager_id, new.employee_id, new.created_at) is distinct from
     (old.id, old.manager_id, old.employee_id, old.created_at) then
    raise exception 'the pair of a series never changes' using errcode = 'restrict_violation';
  end if;
  if old.ended_at is not null then
    raise exception 'an ended series stays as it is' using errcode = 'restrict_violation';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION app.guard_talking_point()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  if (new.id, new.series_id, new.author_id, new.raised_at) is distinct from (old.id, old.series_id, old.author_id, old.raised_at)
     or (old.shared and (not new.shared or new.shared_at is distinct from old.shared_at)) then
    raise exception 'a point stays whose it is, and shared' using errcode = 'restrict_violation';
  end if;
  if app.viewer_id() is distinct from old.author_id and not app.asks_as_owner()
     and (new.kind, new.body, new.shared, new.recurring, new.dropped_at) is distinct from
         (old.kind, old.body, old.shared, old.recurring, old.dropped_at) then
    raise exception 'the words of a point are its author''s' using errcode = 'restrict_violation';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION app.guard_target()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  if (new.id, new.kpi_id, new.person_id, new.team_id, new.period, new.valid_from, new.set_by, new.set_at) is distinct from
     (old.id, old.kpi_id, old.person_id, old.team_id, old.period, old.valid_from, old.set_by, old.set_at)
     or new.version <= old.version then
    raise exception 'another target is a new one' using errcode = 'restrict_violation';
  end if;
  perform app.take_turn_at_target(new.kpi_id, coalesce(new.person_id, new.team_id), new.period);
  if exists (
    select from public.target t
     where t.kpi_id = new.kpi_id and t.period = new.period and t.id <> new.id
       and t.person_id is not distinct from new.person_id and t.team_id is not distinct from new.team_id
       and t.valid_from > new.valid_from and (new.valid_to is null or t.valid_from <= new.valid_to)) then
    raise exception 'another target begins before this one would end' using errcode = 'exclusion_violation';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION app.has_admin()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select exists (select from public.person p where p.is_admin and p.active and p.has_login)
$function$
;

CREATE OR REPLACE FUNCTION app.has_only(said jsonb, keys text[])
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select jsonb_typeof(said) = 'object' and said ?& keys and said - keys = '{}'
$function$
;

CREATE OR REPLACE FUNCTION app.has_password(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select (app.viewer_is_admin() or app.asks_as_owner())
     and exists (select from public.credential c where c.person_id = person)
$function$
;

CREATE OR REPLACE FUNCTION app.has_something_to_read(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select exists (select from public.one_on_one o where o.employee_id = person and o.state <> 'draft')
      or exists (select from public.participant p join public.one_on_one o on o.id = p.one_on_one_id
                  where p.person_id = person and o.state <> 'draft')
$function$
;

CREATE OR REPLACE FUNCTION app.invitation_is_for(invitation uuid, person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select app.viewer_is_admin() and exists (
    select from public.invitation i where i.id = invitation and i.person_id = person and i.used_at is null)
$function$
;

CREATE OR REPLACE FUNCTION app.invite(invitation uuid, person uuid)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  ends timestamptz := date_trunc('milliseconds', now()) + interval '7 days';
begin
  if not app.may_be_invited(person) then
    return null;
  end if;
  delete from public.invitation i where i.person_id = person and i.used_at is null;
  insert into public.invitation (id, person_id, expires_at) values (invitation, person, ends);
  return ends;
end
$function$
;

CREATE OR REPLACE FUNCTION app.invited_until(person uuid)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select max(i.expires_at) from public.invitation i
   where i.person_id = person and i.used_at is null and app.viewer_is_admin()
$function$
;

CREATE OR REPLACE FUNCTION app.is_number(said jsonb, found numeric)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select case when found is null then said = 'null'
              when jsonb_typeof(said) = 'number' then abs((said #>> '{}')::numeric - found) <= 0.000001 + 1e-15 * abs(found)
              else false end
$function$
;

CREATE OR REPLACE FUNCTION app.is_only_admin(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select coalesce((select array_agg(p.id) = array[person] from public.person p where p.is_admin), false)
$function$
;

CREATE OR REPLACE FUNCTION app.keep_end_of_target()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  -- Deeper is another target that takes over, or that is removed.
  if tg_op = 'INSERT' or (pg_trigger_depth() = 1 and new.valid_to is distinct from old.valid_to) then
    new.set_to := new.valid_to;
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION app.keep_figures_of_approval()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  if not app.asks_as_owner() and not exists (
    select from public.one_on_one o where o.id = new.one_on_one_id and o.state = 'approved') then
    raise exception 'figures are kept when the record is approved' using errcode = 'restrict_violation';
  end if;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION app.lock_one_on_one(one_on_one uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  -- Looked up whether there is a row or not: how long it takes must not tell.
  viewer uuid := app.viewer_id();
begin
  perform from public.one_on_one o
    where o.id = one_on_one
      and (o.manager_id = viewer or (o.state <> 'draft' and (o.employee_id = viewer or viewer = any (o.participant_ids))))
    for update;
end
$function$
;

CREATE OR REPLACE FUNCTION app.lock_series(series uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  viewer uuid := app.viewer_id();
begin
  perform from public.series s where s.id = series and viewer in (s.manager_id, s.employee_id) for update;
end
$function$
;

CREATE OR REPLACE FUNCTION app.look_at_figures()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  if app.asks_as_owner() then
    return null;
  end if;
  if exists (
    select from app.measured_in(new.one_on_one_id) m
      full join (select f.item_id, f.figures from public.item_figures f where f.one_on_one_id = new.one_on_one_id) a
        on a.item_id = m.item_id
      join public.one_on_one o on o.id = new.one_on_one_id
     where a.item_id is null or m.item_id is null
        -- Neither the program nor anybody counts days as they were before.
        or (o.held_on >= '0010-01-01'
            and app.figures_hold(a.figures, o.held_on, new.at, m.measure, m.kpi, m.buckets, m.targets) is not true)) then
    raise exception 'these are not the numbers of the record' using errcode = 'restrict_violation';
  end if;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION app.look_at_series()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  if tg_table_name = 'series' then
    new.look_at := now();
    return new;
  end if;
  update public.series s set look_at = now()
   where s.id = case when tg_op = 'DELETE' then old.series_id else new.series_id end and s.ended_at is null;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION app.look_at_series_of_moved()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  if (new.time_zone, new.active, new.has_login) is distinct from (old.time_zone, old.active, old.has_login) then
    update public.series s set look_at = now()
     where new.id in (s.manager_id, s.employee_id) and s.ended_at is null;
  end if;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION app.look_at_series_of_person()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  person uuid := case when tg_op = 'DELETE' then old.person_id else new.person_id end;
begin
  update public.series s set look_at = now()
   where person in (s.manager_id, s.employee_id) and s.ended_at is null;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION app.managed_of_addresses(addresses text[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select a.person_id from public.person_address a
    join app.managed_people() m on m.id = a.person_id
   where lower(a.email) = any (addresses)
$function$
;

CREATE OR REPLACE FUNCTION app.managed_people()
 RETURNS TABLE(id uuid, name text, has_login boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
BEGIN ATOMIC
 SELECT DISTINCT b.id,
     b.name,
     b.has_login
    FROM (((team_manager tm
      JOIN person a ON (((a.id = tm.person_id) AND a.active)))
      JOIN team_member m ON ((m.team_id = tm.team_id)))
      JOIN person b ON (((b.id = m.person_id) AND b.active)))
   WHERE ((tm.person_id = app.viewer_id()) AND (b.id <> tm.person_id));
END
;

CREATE OR REPLACE FUNCTION app.manages(manager uuid, employee uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
BEGIN ATOMIC
 SELECT ((manager <> employee) AND ((app.viewer_id() = ANY (ARRAY[manager, employee])) OR (SESSION_USER = CURRENT_USER)) AND (EXISTS ( SELECT
            FROM (((team_manager tm
              JOIN team_member m ON ((m.team_id = tm.team_id)))
              JOIN person a ON (((a.id = tm.person_id) AND a.active)))
              JOIN person b ON (((b.id = m.person_id) AND b.active)))
           WHERE ((tm.person_id = manages.manager) AND (m.person_id = manages.employee)))));
END
;

CREATE OR REPLACE FUNCTION app.manages_team(team uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select exists (select from public.team_manager m where m.team_id = team and m.person_id = app.viewer_id())
$function$
;

CREATE OR REPLACE FUNCTION app.may_arrange(series uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select exists (
    select from public.series s
     where s.id = series and s.ended_at is null and app.viewer_id() in (s.manager_id, s.employee_id)
       and app.manages(s.manager_id, s.employee_id))
$function$
;

CREATE OR REPLACE FUNCTION app.may_be_invited(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select app.viewer_is_admin() and exists (
    select from public.person p
      join public.person_address a on a.person_id = p.id
     where p.id = person and p.active and p.has_login
       and not exists (select from public.credential c where c.person_id = p.id))
$function$
;

CREATE OR REPLACE FUNCTION app.may_change_numbers_of(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select app.viewer_is_admin() or app.manages(app.viewer_id(), person)
$function$
;

CREATE OR REPLACE FUNCTION app.may_comment(one_on_one uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select exists (
    select from public.one_on_one o
     where o.id = one_on_one and o.state in ('active', 'pending_approval')
       and (o.employee_id = app.viewer_id()
            or (o.manager_id = app.viewer_id() and app.manages(o.manager_id, o.employee_id))))
$function$
;

CREATE OR REPLACE FUNCTION app.may_load_readings()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select app.viewer_is_admin() or coalesce(app.token_scope() = 'kpi-readings:write', false) or app.asks_as_owner()
$function$
;

CREATE OR REPLACE FUNCTION app.may_mark_action_item(one_on_one uuid, owner uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select exists (
    select from public.one_on_one o
     where o.id = one_on_one and o.state <> 'draft'
       and app.viewer_id() in (o.manager_id, o.employee_id)
       and (owner = app.viewer_id() or (o.manager_id = app.viewer_id() and app.manages(o.manager_id, o.employee_id))))
$function$
;

CREATE OR REPLACE FUNCTION app.may_remove_participant(one_on_one uuid, person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select exists (
    select from public.one_on_one o
     where o.id = one_on_one
       and ((person = app.viewer_id() and o.state <> 'draft' and person = any (o.participant_ids))
            or (o.manager_id = app.viewer_id() and app.manages(o.manager_id, o.employee_id))))
$function$
;

CREATE OR REPLACE FUNCTION app.may_write_content(one_on_one uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select exists (
    select from public.one_on_one o
     where o.id = one_on_one and o.manager_id = app.viewer_id() and o.state in ('draft', 'active')
       and app.manages(o.manager_id, o.employee_id))
$function$
;

CREATE OR REPLACE FUNCTION app.measured_in(one_on_one uuid)
 RETURNS TABLE(item_id uuid, measure jsonb, kpi jsonb, working_days smallint[], buckets jsonb, targets jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select i.id, i.measure,
         jsonb_build_object('id', k.id, 'name', k.name, 'unit', k.unit, 'currency', k.currency, 'direction', k.direction,
                            'aggregation', k.aggregation, 'decimals', k.decimals),
         coalesce((select w.days from public.working_hours w where w.person_id = o.employee_id), '{1,2,3,4,5}'),
         (select jsonb_agg(jsonb_build_object('startsOn', b.starts_on, 'sum', b.sum, 'count', b.count, 'last', b.last)
                           order by b.starts_on)
            from (select app.period_start(i.measure ->> 'period', r.day) as starts_on, sum(r.value) as sum,
                         count(*) as count, (array_agg(r.value order by r.day desc))[1] as last
                    from public.reading r
                   where r.person_id = o.employee_id and r.kpi_id = k.id
                     and r.day >= s.looked_from and r.day <= o.held_on + 366
                   group by 1) b),
         (select jsonb_agg(jsonb_build_object('teamId', t.team_id, 'value', t.value, 'validFrom', t.valid_from,
                                              'validTo', t.valid_to, 'setAt', t.set_at))
            from public.target t
           where t.kpi_id = k.id and t.period = i.measure ->> 'period'
             and t.valid_from <= o.held_on + 366 and coalesce(t.valid_to, 'infinity') >= s.looked_from
             and (t.person_id = o.employee_id
                  or t.team_id in (select m.team_id from public.team_member m where m.person_id = o.employee_id)))
    from public.one_on_one o
    join public.item i on i.one_on_one_id = o.id and i.measure is not null
    join public.kpi k on k.id::text = i.measure ->> 'kpiId'
   cross join lateral (
     select app.period_start(i.measure ->> 'period', o.held_on)
            - case i.measure ->> 'period' when 'year' then 1900 when 'quarter' then 800 else 430 end as looked_from) s
   where o.id = one_on_one
     and case when app.viewer_id() = o.manager_id then app.manages(o.manager_id, o.employee_id)
              else o.state <> 'draft' and app.viewer_id() = any (array[o.employee_id] || o.participant_ids) end
$function$
;

CREATE OR REPLACE FUNCTION app.members_of_my_team(team uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select m.person_id from public.team_member m where m.team_id = team and app.manages_team(team)
$function$
;

CREATE OR REPLACE FUNCTION app.mint_grant(grant_id uuid, token_hash bytea)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  insert into public.session (id, person_id, token_hash, device, parent_id, expires_at)
  select j.id, s.person_id, mint_grant.token_hash, '', s.id, now() + interval '1 hour'
    from public.session s
    join public.export_job j on j.id = mint_grant.grant_id and j.person_id = s.person_id and j.state = 'waiting'
   where s.token_hash = sha256(convert_to(nullif(current_setting('app.session_token', true), ''), 'UTF8'))
     and s.person_id = app.viewer_id() and s.expires_at is null;
  if not found then
    raise exception 'a grant is for an export of one''s own' using errcode = 'insufficient_privilege';
  end if;
end
$function$
;

CREATE OR REPLACE FUNCTION app.my_devices()
 RETURNS TABLE(device text, signed_in_on date, last_used_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select s.device, s.created_at::date, s.last_seen_at::date from public.session s
   where s.person_id = app.viewer_id() and s.expires_at is null
   order by s.created_at, s.id
$function$
;

CREATE OR REPLACE FUNCTION app.my_teams()
 RETURNS TABLE(id uuid, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select t.id, t.name
    from public.team t join public.team_manager m on m.team_id = t.id
   where m.person_id = app.viewer_id()
$function$
;

CREATE OR REPLACE FUNCTION app.new_id(at timestamp with time zone)
 RETURNS uuid
 LANGUAGE sql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select (lpad(to_hex(floor(extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(r.hex, 14))::uuid
    from (select replace(gen_random_uuid()::text, '-', '') as hex) r
$function$
;

CREATE OR REPLACE FUNCTION app.next_look_at(series uuid, seen timestamp with time zone, next timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  -- Changed since it was looked at: it is looked at again.
  update public.series s set look_at = next where s.id = next_look_at.series and s.look_at = seen
$function$
;

CREATE OR REPLACE FUNCTION app.note_export(job uuid, state text, done integer, total integer)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  update public.export_job j
     set state = note_export.state, done = note_export.done, total = note_export.total,
         expires_at = case note_export.state when 'ready' then now() + interval '1 day' else j.expires_at end
   where j.id = note_export.job and j.state in ('waiting', 'running');
  -- The grant has nothing left to do.
  if note_export.state in ('ready', 'failed') or not found then
    delete from public.session s where s.id = note_export.job and s.expires_at is not null;
  end if;
  return exists (select from public.export_job j where j.id = note_export.job and j.state = note_export.state);
end
$function$
;

CREATE OR REPLACE FUNCTION app.note_feed_read(hash bytea, at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  update public.calendar_feed f set read_at = note_feed_read.at
   where f.token_hash = hash and (f.read_at is null or f.read_at < note_feed_read.at - interval '1 day')
$function$
;

CREATE OR REPLACE FUNCTION app.note_target_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  t public.target := case when tg_op = 'DELETE' then old else new end;
  -- Within a takeover: whoever set the target that takes over. A setting of somebody's own says nothing.
  setter uuid := case when pg_trigger_depth() > 1 then nullif(current_setting('app.target_set_by', true), '')::uuid end;
begin
  -- It went with its person or team.
  if tg_op = 'DELETE' and not exists (select from public.person p where p.id = t.person_id)
     and not exists (select from public.team g where g.id = t.team_id) then
    return null;
  end if;
  insert into public.target_change (id, target_id, kpi_id, person_id, team_id, period, what, value, valid_from, valid_to, by_id, at)
  values (gen_random_uuid(), t.id, t.kpi_id, t.person_id, t.team_id, t.period,
          case tg_op when 'INSERT' then 'set' when 'UPDATE' then 'changed' else 'removed' end,
          t.value, t.valid_from, t.valid_to,
          case when tg_op = 'INSERT' then t.set_by else coalesce(setter, app.viewer_id(), t.set_by) end,
          date_trunc('milliseconds', now()));
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION app.notice_waits(kind_of text, recipient uuid, one_on_one uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select exists (
    select from public.notice n
     where n.kind = kind_of and n.recipient_id = recipient and n.one_on_one_id = one_on_one
       and n.sent_at is null and n.mail_after > now() and n.read_at is null
       and n.actor_id = app.viewer_id())
$function$
;

CREATE OR REPLACE FUNCTION app.notify_of_sign_in(notice uuid, kind_of text, address_change uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  if app.viewer_id() is null or kind_of not in ('person.password-changed', 'person.address-change-asked', 'person.address-changed')
     or (address_change is not null and not exists (
       select from public.address_change c where c.id = address_change and c.person_id = app.viewer_id())) then
    raise exception 'no such notice' using errcode = 'restrict_violation';
  end if;
  insert into public.notice (id, kind, recipient_id, actor_id, at, address_change_id, read_at)
  values (notice, kind_of, app.viewer_id(), app.viewer_id(), now(), address_change, now());
end
$function$
;

CREATE OR REPLACE FUNCTION app.notify_of_used_reset(notice uuid, reset uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  insert into public.notice (id, kind, recipient_id, at, read_at)
  select notice, 'person.password-changed', r.person_id, now(), now()
    from public.password_reset r where r.id = reset and r.used_at is not null
$function$
;

CREATE OR REPLACE FUNCTION app.object_to_recovery(recovery uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  update public.recovery r set ended_at = now(), outcome = 'objected'
   where r.id = recovery and r.ended_at is null and r.id in (select o.id from app.open_recoveries() o);
  return found;
end
$function$
;

CREATE OR REPLACE FUNCTION app.open_recoveries()
 RETURNS TABLE(id uuid, person_id uuid, started_by uuid, started_at timestamp with time zone, due_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select r.id, r.person_id, r.started_by, r.started_at, r.due_at
    from public.recovery r
   where r.ended_at is null and (r.person_id = app.viewer_id() or app.shares_with(r.person_id, app.viewer_id()))
   order by r.due_at
$function$
;

CREATE OR REPLACE FUNCTION app.pair_stands(manager uuid, employee uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select exists (
    select from public.team_manager tm
      join public.team_member m on m.team_id = tm.team_id
      join public.person a on a.id = tm.person_id and a.active
      join public.person b on b.id = m.person_id and b.active
     where tm.person_id = manager and m.person_id = employee)
$function$
;

CREATE OR REPLACE FUNCTION app.pass_templates_to_the_library()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  update public.template t set owner_id = null where t.owner_id = new.id and t.shared;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION app.password_set()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  perform app.end_links_of(new.person_id);
  perform app.end_recoveries_of(new.person_id);
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION app.period_back(period text, starts_on date, many integer)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select case period
           when 'day' then starts_on - many
           when 'week' then starts_on - 7 * many
           when 'month' then (starts_on - make_interval(months => many))::date
           when 'quarter' then (starts_on - make_interval(months => 3 * many))::date
           when 'year' then (starts_on - make_interval(years => many))::date
         end
$function$
;

CREATE OR REPLACE FUNCTION app.period_end(period text, starts_on date)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select least((starts_on + case period when 'quarter' then interval '3 months' else ('1 ' || period)::interval end)::date - 1,
               '9999-12-31')
$function$
;

CREATE OR REPLACE FUNCTION app.period_start(period text, day date)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select date_trunc(period, day::timestamp)::date
$function$
;

CREATE OR REPLACE FUNCTION app.pictures_near_me()
 RETURNS TABLE(person_id uuid, version integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  with me as materialized (select app.viewer_id() as id),
  near as (
    select me.id from me
    union select o.employee_id from public.one_on_one o, me where o.manager_id = me.id
    union select o.manager_id from public.one_on_one o, me where o.employee_id = me.id and o.state <> 'draft'
    union select m.id from app.managed_people() m)
  select q.person_id, q.version from public.person_picture q join near on near.id = q.person_id
$function$
;

CREATE OR REPLACE FUNCTION app.points_of(starts date[], period text, kpi jsonb, buckets jsonb, targets jsonb)
 RETURNS TABLE(at bigint, starts_on date, readings numeric, value numeric, target numeric, target_of text)
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
  with wanted as materialized (
    select s.at, s.starts_on, app.period_end(period, s.starts_on) as ends_on
      from unnest(starts) with ordinality as s (starts_on, at)),
  held as materialized (
    select t."teamId" is not null as of_team, t.value, t."validFrom" as holds_from,
           coalesce(t."validTo", 'infinity') as holds_to,
           t.value * case kpi ->> 'direction' when 'higher' then -1 else 1 end as ease
      from jsonb_to_recordset(targets) as t ("teamId" uuid, value numeric, "validFrom" date, "validTo" date)),
  was_read as materialized (
    select (b ->> 'startsOn')::date as starts_on, b as bucket from jsonb_array_elements(buckets) b)
  select s.at, s.starts_on, coalesce((r.bucket ->> 'count')::numeric, 0), app.value_of(kpi ->> 'aggregation', r.bucket),
         h.value, case h.of_team when true then 'team' when false then 'person' end
    from wanted s
    left join was_read r on r.starts_on = s.starts_on
    -- A person's own before their teams', of these the most demanding. Like targetOf.
    left join lateral (
      select t.of_team, t.value from held t
       where s.ends_on between t.holds_from and t.holds_to
       order by t.of_team, t.ease limit 1) h on true
$function$
;

CREATE OR REPLACE FUNCTION app.record_readings(kpis uuid[], people uuid[], days date[], readings numeric[], source text, at timestamp with time zone)
 RETURNS TABLE(added bigint, replaced bigint, unchanged bigint)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  if not app.may_load_readings() and exists (
    select from unnest(people) as p (id) where not app.manages(app.viewer_id(), p.id)) then
    raise exception 'these numbers are not theirs to write' using errcode = 'insufficient_privilege';
  end if;
  if exists (select from public.kpi k where k.id = any (kpis) and k.archived_at is not null) then
    raise exception 'an archived KPI takes no readings' using errcode = 'restrict_violation';
  end if;
  insert into public.target_check (person_id, kpi_id, asked_at)
  select distinct r.person, r.kpi, record_readings.at
    from unnest(people, kpis) as r (person, kpi)
   where r.kpi in (select t.kpi_id from public.target t)
   order by r.person, r.kpi
  on conflict on constraint target_check_pkey do update set asked_at = excluded.asked_at;
  return query
    with written as (
      insert into public.reading as r (person_id, kpi_id, day, value, source, recorded_at)
      select person, kpi, day, value, record_readings.source, record_readings.at
        from unnest(people, kpis, days, readings) as n (person, kpi, day, value)
      on conflict (person_id, kpi_id, day) do update
         set value = excluded.value, source = excluded.source, recorded_at = excluded.recorded_at
       where r.value <> excluded.value
      returning (xmax = 0) as is_new)
    select count(*) filter (where is_new), count(*) filter (where not is_new), cardinality(people) - count(*)
      from written;
end
$function$
;

CREATE OR REPLACE FUNCTION app.recovery_of(person uuid)
 RETURNS TABLE(started_at timestamp with time zone, due_at timestamp with time zone, new_email text, ended_at timestamp with time zone, outcome text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select r.started_at, r.due_at, r.new_email, r.ended_at, r.outcome
    from public.recovery r where r.person_id = person and app.viewer_is_admin()
   order by r.started_at desc limit 1
$function$
;

CREATE OR REPLACE FUNCTION app.refuse_session_of_the_locked_out()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  perform from public.person p where p.id = new.person_id and p.active and p.has_login for share;
  if not found then
    raise exception 'this person cannot sign in' using errcode = 'restrict_violation';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION app.remind(notice uuid, person uuid, day date, of_overdue boolean, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  insert into public.reminder_sent (person_id, sent_on, of_overdue) values (person, day, of_overdue)
  on conflict do nothing;
  if not found then
    return false;
  end if;
  insert into public.notice (id, kind, recipient_id, at) values (notice, 'action-items.due', person, at);
  return true;
end
$function$
;

CREATE OR REPLACE FUNCTION app.remind_of_meetings(notice uuid, person uuid, at timestamp with time zone, told jsonb)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION app.revoke_invitation(person uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  delete from public.invitation i where i.person_id = person and i.used_at is null and app.viewer_is_admin();
  return found;
end
$function$
;

CREATE OR REPLACE FUNCTION app.revoke_invitations_of_address()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  delete from public.invitation i where i.person_id = old.person_id and i.used_at is null;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION app.sees_numbers_of(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
BEGIN ATOMIC
 SELECT ((app.viewer_id() IS NOT NULL) AND ((person = app.viewer_id()) OR app.viewer_is_admin() OR app.manages(app.viewer_id(), person)));
END
;

CREATE OR REPLACE FUNCTION app.sees_team_target(team uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select app.viewer_id() is not null and (
    app.viewer_is_admin() or app.manages_team(team) or exists (
      select from public.team_member m
       where m.team_id = team and (m.person_id = app.viewer_id() or app.manages(app.viewer_id(), m.person_id))))
$function$
;

CREATE OR REPLACE FUNCTION app.shares_with(person uuid, other uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select person <> other and exists (
    select from public.one_on_one o
     where o.state <> 'draft'
       and array[person, other] <@ (array[o.manager_id, o.employee_id] || o.participant_ids))
$function$
;

CREATE OR REPLACE FUNCTION app.show_invitation(invitation uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  update public.invitation i set shown_at = now()
   where i.id = invitation and i.shown_at is null and i.used_at is null and app.viewer_is_admin()
     and not app.has_something_to_read(i.person_id);
  return found;
end
$function$
;

CREATE OR REPLACE FUNCTION app.sign_in_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  perform app.end_links_of(old.person_id);
  -- Whoever uses the old mailbox or the password has lost neither.
  if current_setting('app.finishing_recovery', true) is distinct from old.person_id::text then
    perform app.end_recoveries_of(old.person_id);
  end if;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION app.sign_in_since(person uuid)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select c.created_at from public.credential c
   where c.person_id = person
     and (person = app.viewer_id() or app.viewer_is_admin() or app.manages(app.viewer_id(), person))
$function$
;

CREATE OR REPLACE FUNCTION app.start_recovery(recovery uuid, person uuid, address text)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  ends timestamptz := date_trunc('milliseconds', now()) + interval '7 days';
begin
  if not app.viewer_is_admin() or person = app.viewer_id()
     or not exists (select from public.person p where p.id = person and p.active and p.has_login)
     or app.address_may_change(person)
     or exists (select from public.person_address a where a.email = lower(address))
     or exists (select from public.recovery r where r.person_id = person and r.ended_at is null) then
    return null;
  end if;
  insert into public.recovery (id, person_id, old_email, new_email, started_by, due_at)
  select recovery, person, a.email, lower(address), app.viewer_id(), ends
    from public.person p left join public.person_address a on a.person_id = p.id where p.id = person;
  insert into public.notice (id, kind, recipient_id, actor_id, at, recovery_id)
  select gen_random_uuid(), 'person.recovery-started', p.id, app.viewer_id(), now(), recovery
    from public.person p
   where p.id = person or app.shares_with(person, p.id);
  return ends;
end
$function$
;

CREATE OR REPLACE FUNCTION app.sweep_exports(archives uuid[])
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  update public.export_job j set state = 'failed'
   where j.state in ('waiting', 'running') and j.created_at < now() - interval '70 minutes';
  delete from public.export_job j where j.expires_at < now();
  return query select a from unnest(archives) a where not exists (select from public.export_job j where j.id = a);
end
$function$
;

CREATE OR REPLACE FUNCTION app.take_meeting_back()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  taken public.meeting_record;
begin
  select * into taken from public.meeting_record r where r.one_on_one_id = old.id;
  if not found then
    return old;
  end if;
  -- The series first, as everybody does who writes below it.
  perform from public.series s where s.id = taken.series_id for update;
  -- Begun on the spot, beside the rule: nobody had planned it.
  delete from public.meeting g
   where g.id = taken.meeting_id and g.is_extra and g.slot_at = date_trunc('second', g.held_at);
  update public.meeting g
     set status = 'planned', held_at = null, ended_at = null, version = g.version + 1,
         changed_by = coalesce(app.viewer_id(), g.changed_by), changed_at = now()
   where g.id = taken.meeting_id;
  -- What they have begun to write since stays, and the rest comes back beside it.
  update public.preparation p
     set update = earlier.update || p.update, answers = earlier.answers || p.answers,
         version = p.version + 1, updated_at = now()
    from public.preparation earlier
   where earlier.id = taken.preparation_id and p.series_id = taken.series_id and p.used_at is null and p.sent_at is null;
  update public.preparation p set used_at = null, version = p.version + 1
   where p.id = taken.preparation_id
     and not exists (select from public.preparation o where o.series_id = taken.series_id and o.used_at is null);
  return old;
end
$function$
;

CREATE OR REPLACE FUNCTION app.take_numbers_to_check(people integer)
 RETURNS TABLE(person_id uuid, kpi_id uuid, direction text, aggregation text, targets jsonb, readings jsonb)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  with taken as (
    delete from public.target_check d
     where (d.person_id, d.kpi_id) in (
       select c.person_id, c.kpi_id from public.target_check c
        where c.person_id in (
          select w.person_id from public.target_check w
           group by w.person_id order by min(w.asked_at), w.person_id limit people)
          for update skip locked)
    returning d.person_id, d.kpi_id, d.asked_at)
  select c.person_id, c.kpi_id, k.direction, k.aggregation,
         (select jsonb_agg(jsonb_build_object('id', t.id, 'teamId', t.team_id, 'period', t.period, 'value', t.value,
                                              'validFrom', t.valid_from, 'validTo', t.valid_to))
            from public.target t
           where t.kpi_id = c.kpi_id
             and (t.person_id = c.person_id
                  or t.team_id in (select m.team_id from public.team_member m where m.person_id = c.person_id))),
         (select jsonb_agg(jsonb_build_array(r.day, r.value) order by r.day)
            from public.reading r
           where r.person_id = c.person_id and r.kpi_id = c.kpi_id and r.day >= (c.asked_at::date - 740))
    from taken c join public.kpi k on k.id = c.kpi_id
   order by c.person_id, c.kpi_id
$function$
;

CREATE OR REPLACE FUNCTION app.take_turn_at_target(kpi uuid, whose uuid, period text)
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select pg_advisory_xact_lock(hashtextextended(concat_ws('/', 'target', kpi, whose, period), 0))
$function$
;

CREATE OR REPLACE FUNCTION app.take_up_targets(one_on_one uuid, at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  agreed record;
  taken integer := 0;
begin
  for agreed in
    select k.id as kpi_id, o.employee_id, i.measure ->> 'period' as period
      from public.one_on_one o
      join public.item i on i.one_on_one_id = o.id and i.kind = 'target' and i.answer ? 'target'
      join public.kpi k on k.id::text = i.measure ->> 'kpiId'
     where o.id = one_on_one and o.employee_id = app.viewer_id() and o.state = 'pending_approval'
     order by k.id, 3
  loop
    perform app.take_turn_at_target(agreed.kpi_id, agreed.employee_id, agreed.period);
  end loop;
  for agreed in
    select o.manager_id, o.employee_id, i.measure, i.answer -> 'target' as target
      from public.one_on_one o
      join public.item i on i.one_on_one_id = o.id and i.kind = 'target' and i.answer ? 'target'
      join public.kpi k on k.id::text = i.measure ->> 'kpiId' and k.archived_at is null
     where o.id = one_on_one and o.employee_id = app.viewer_id() and o.state = 'pending_approval'
       and exists (select from public.approval a where a.one_on_one_id = o.id)
     order by i.position, i.id
  loop
    if app.manages(agreed.manager_id, agreed.employee_id) then
      insert into public.target (id, kpi_id, person_id, period, value, valid_from, set_by, set_at)
      values (app.new_id(take_up_targets.at), (agreed.measure ->> 'kpiId')::uuid, agreed.employee_id, agreed.measure ->> 'period',
              (agreed.target ->> 'value')::numeric, (agreed.target ->> 'from')::date, agreed.manager_id, take_up_targets.at);
      taken := taken + 1;
    end if;
  end loop;
  return taken;
end
$function$
;

CREATE OR REPLACE FUNCTION app.target_gives_back()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  perform app.take_turn_at_target(old.kpi_id, coalesce(old.person_id, old.team_id), old.period);
  perform set_config('app.target_set_by', '', true);
  update public.target t set version = t.version + 1, valid_to = least(t.set_to, (
    select min(n.valid_from) - 1 from public.target n
     where n.kpi_id = t.kpi_id and n.period = t.period and n.valid_from > t.valid_from
       and n.person_id is not distinct from t.person_id and n.team_id is not distinct from t.team_id))
   where t.kpi_id = old.kpi_id and t.period = old.period
     and t.person_id is not distinct from old.person_id and t.team_id is not distinct from old.team_id
     and t.valid_to = old.valid_from - 1 and t.set_to is distinct from t.valid_to;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION app.target_takes_over()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  -- Of two at the same moment the second must see the first.
  perform app.take_turn_at_target(new.kpi_id, coalesce(new.person_id, new.team_id), new.period);
  perform set_config('app.target_set_by', new.set_by::text, true);
  delete from public.target t
   where t.kpi_id = new.kpi_id and t.period = new.period and t.id <> new.id
     and t.person_id is not distinct from new.person_id and t.team_id is not distinct from new.team_id
     and t.valid_from >= new.valid_from and (new.valid_to is null or t.valid_from <= new.valid_to);
  update public.target t set valid_to = new.valid_from - 1, version = t.version + 1
   where t.kpi_id = new.kpi_id and t.period = new.period and t.id <> new.id
     and t.person_id is not distinct from new.person_id and t.team_id is not distinct from new.team_id
     and t.valid_from < new.valid_from and (t.valid_to is null or t.valid_to >= new.valid_from);
  perform set_config('app.target_set_by', '', true);
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION app.targets_binding(person uuid)
 RETURNS TABLE(id uuid, kpi_id uuid, team_id uuid, period text, value numeric, valid_from date, valid_to date, set_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
BEGIN ATOMIC
 SELECT t.id,
     t.kpi_id,
     t.team_id,
     t.period,
     t.value,
     t.valid_from,
     t.valid_to,
     t.set_at
    FROM target t
   WHERE ((t.person_id = targets_binding.person) AND ( SELECT app.sees_numbers_of(targets_binding.person) AS sees_numbers_of))
 UNION ALL
  SELECT t.id,
     t.kpi_id,
     t.team_id,
     t.period,
     t.value,
     t.valid_from,
     t.valid_to,
     t.set_at
    FROM (team_member m
      JOIN target t ON ((t.team_id = m.team_id)))
   WHERE ((m.person_id = targets_binding.person) AND ( SELECT app.sees_numbers_of(targets_binding.person) AS sees_numbers_of));
END
;

CREATE OR REPLACE FUNCTION app.team_name(team uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select t.name from public.team t where t.id = team and app.sees_team_target(t.id)
$function$
;

CREATE OR REPLACE FUNCTION app.teams_of(person uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select m.team_id from public.team_member m where m.person_id = person and app.sees_numbers_of(person)
$function$
;

CREATE OR REPLACE FUNCTION app.tell_target_hit(target uuid, person uuid, starts_on date, at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  told integer;
begin
  insert into public.target_hit (target_id, person_id, starts_on, hit_at)
  values (target, person, tell_target_hit.starts_on, tell_target_hit.at)
  on conflict do nothing;
  if not found then
    return 0;
  end if;
  insert into public.notice (id, kind, recipient_id, person_id, at)
  select gen_random_uuid(), 'target.hit', p.id, person, tell_target_hit.at
    from public.person p
   where p.active and p.has_login
     and (p.id = person or exists (
       select from public.team_manager m
         join public.team_member e on e.team_id = m.team_id
         join public.person whose on whose.id = e.person_id and whose.active
        where m.person_id = p.id and e.person_id = person and m.person_id <> person))
     and not exists (
       select from public.notice n
        where n.recipient_id = p.id and n.at = tell_target_hit.at and n.kind = 'target.hit' and n.person_id = person);
  get diagnostics told = row_count;
  return told;
end
$function$
;

CREATE OR REPLACE FUNCTION app.throw_away_old(at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION app.token_scope()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select t.scope
    from public.access_token t
    left join public.person p on p.id = t.person_id
    left join public.service_account s on s.id = t.service_account_id
   where t.token_hash = sha256(convert_to(nullif(current_setting('app.access_token', true), ''), 'UTF8'))
     and t.revoked_at is null
     and case when t.person_id is null then s.closed_at is null else p.is_admin and p.active and p.has_login end
$function$
;

CREATE OR REPLACE FUNCTION app.value_of(aggregation text, bucket jsonb)
 RETURNS numeric
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select case aggregation
           when 'sum' then (bucket ->> 'sum')::numeric
           when 'average' then (bucket ->> 'sum')::numeric / (bucket ->> 'count')::numeric
           when 'last' then (bucket ->> 'last')::numeric
           when 'count' then (bucket ->> 'count')::numeric
         end
$function$
;

CREATE OR REPLACE FUNCTION app.viewer_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
BEGIN ATOMIC
 SELECT s.person_id
    FROM session s
   WHERE ((s.token_hash = sha256(convert_to(NULLIF(current_setting('app.session_token'::text, true), ''::text), 'UTF8'::name))) AND (s.last_seen_at > (now() - '7 days'::interval)) AND (s.created_at > (now() - '30 days'::interval)) AND ((s.expires_at IS NULL) OR (s.expires_at > now())));
END
;

CREATE OR REPLACE FUNCTION app.viewer_is_admin()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
BEGIN ATOMIC
 SELECT COALESCE(( SELECT p.is_admin
            FROM person p
           WHERE (p.id = app.viewer_id())), false) AS "coalesce";
END
;

CREATE OR REPLACE FUNCTION app.viewer_manages_a_team()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM team_manager tm
           WHERE (tm.person_id = app.viewer_id()))) AS "exists";
END
;

CREATE OR REPLACE FUNCTION app.working_days_of(person uuid)
 RETURNS smallint[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
BEGIN ATOMIC
 SELECT
         CASE
             WHEN app.sees_numbers_of(person) THEN COALESCE(( SELECT w.days
                FROM working_hours w
               WHERE (w.person_id = working_days_of.person)), '{1,2,3,4,5}'::smallint[])
             ELSE NULL::smallint[]
         END AS "case";
END
;

-- Triggers

CREATE TRIGGER action_item_guard BEFORE INSERT OR DELETE OR UPDATE ON public.action_item FOR EACH ROW EXECUTE FUNCTION app.guard_action_item();

CREATE TRIGGER action_item_live AFTER INSERT OR DELETE OR UPDATE ON public.action_item FOR EACH ROW EXECUTE FUNCTION app.call_out_one_on_one();

CREATE TRIGGER action_item_live_for_pair AFTER INSERT OR DELETE OR UPDATE ON public.action_item FOR EACH ROW EXECUTE FUNCTION app.call_out_record();

CREATE TRIGGER addendum_live AFTER INSERT ON public.addendum FOR EACH ROW EXECUTE FUNCTION app.call_out_one_on_one();

CREATE TRIGGER address_changed AFTER DELETE OR UPDATE ON public.person_address FOR EACH ROW EXECUTE FUNCTION app.revoke_invitations_of_address();

CREATE TRIGGER address_ends_links AFTER DELETE OR UPDATE ON public.person_address FOR EACH ROW EXECUTE FUNCTION app.sign_in_changed();

CREATE TRIGGER agenda_live AFTER UPDATE ON public.agenda FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.call_out_of_series();

CREATE TRIGGER agenda_ready BEFORE UPDATE OF manager_ready_at, employee_ready_at ON public.agenda FOR EACH ROW EXECUTE FUNCTION app.guard_agenda_ready();

CREATE TRIGGER approval_frozen BEFORE INSERT OR DELETE OR UPDATE ON public.approval FOR EACH ROW EXECUTE FUNCTION app.guard_frozen_content();

CREATE TRIGGER approval_looks_at_figures AFTER INSERT ON public.approval FOR EACH ROW EXECUTE FUNCTION app.look_at_figures();

CREATE TRIGGER approval_request_frozen BEFORE INSERT OR DELETE OR UPDATE ON public.approval_request FOR EACH ROW EXECUTE FUNCTION app.guard_frozen_content();

CREATE TRIGGER comment_live AFTER INSERT OR DELETE OR UPDATE ON public.comment FOR EACH ROW EXECUTE FUNCTION app.call_out_one_on_one();

CREATE TRIGGER export_ended AFTER DELETE ON public.export_job FOR EACH ROW EXECUTE FUNCTION app.end_grant_of_export();

CREATE TRIGGER export_enqueued AFTER INSERT ON public.export_job FOR EACH ROW EXECUTE FUNCTION app.enqueue_export();

CREATE TRIGGER file_frozen BEFORE INSERT OR DELETE OR UPDATE ON public.file FOR EACH ROW EXECUTE FUNCTION app.guard_frozen_content();

CREATE TRIGGER file_live AFTER INSERT OR DELETE ON public.file FOR EACH ROW EXECUTE FUNCTION app.call_out_one_on_one();

CREATE TRIGGER item_figures_frozen BEFORE INSERT OR DELETE OR UPDATE ON public.item_figures FOR EACH ROW EXECUTE FUNCTION app.guard_frozen_content();

CREATE CONSTRAINT TRIGGER item_figures_with_approval AFTER INSERT ON public.item_figures DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.keep_figures_of_approval();

CREATE TRIGGER item_from_employee BEFORE INSERT OR UPDATE ON public.item FOR EACH ROW EXECUTE FUNCTION app.guard_item_from_employee();

CREATE TRIGGER item_frozen BEFORE INSERT OR DELETE OR UPDATE ON public.item FOR EACH ROW EXECUTE FUNCTION app.guard_frozen_content();

CREATE TRIGGER meeting_guard BEFORE INSERT OR DELETE OR UPDATE ON public.meeting FOR EACH ROW EXECUTE FUNCTION app.guard_meeting();

CREATE TRIGGER meeting_live AFTER INSERT OR DELETE OR UPDATE ON public.meeting FOR EACH ROW EXECUTE FUNCTION app.call_out_of_series();

CREATE TRIGGER meeting_looked_at AFTER INSERT OR DELETE OR UPDATE ON public.meeting FOR EACH ROW EXECUTE FUNCTION app.look_at_series();

CREATE TRIGGER notice_enqueued AFTER INSERT ON public.notice FOR EACH ROW EXECUTE FUNCTION app.enqueue_notice();

CREATE TRIGGER notice_live AFTER INSERT OR UPDATE OF read_at ON public.notice FOR EACH ROW EXECUTE FUNCTION app.call_out_inbox();

CREATE TRIGGER one_on_one_guard BEFORE DELETE OR UPDATE ON public.one_on_one FOR EACH ROW EXECUTE FUNCTION app.guard_one_on_one();

CREATE TRIGGER one_on_one_live AFTER DELETE OR UPDATE ON public.one_on_one FOR EACH ROW EXECUTE FUNCTION app.call_out_one_on_one();

CREATE TRIGGER one_on_one_live_for_pair AFTER UPDATE ON public.one_on_one FOR EACH ROW WHEN (((new.state <> 'draft'::one_on_one_state) AND (((old.state IS DISTINCT FROM new.state) OR (old.title IS DISTINCT FROM new.title)) OR (old.held_on IS DISTINCT FROM new.held_on)))) EXECUTE FUNCTION app.call_out_record();

CREATE TRIGGER one_on_one_live_for_pair_gone AFTER DELETE ON public.one_on_one FOR EACH ROW WHEN ((old.state <> 'draft'::one_on_one_state)) EXECUTE FUNCTION app.call_out_record();

CREATE TRIGGER one_on_one_taken_back BEFORE DELETE ON public.one_on_one FOR EACH ROW WHEN ((old.state = 'draft'::one_on_one_state)) EXECUTE FUNCTION app.take_meeting_back();

CREATE TRIGGER participant_copied AFTER INSERT OR DELETE OR UPDATE ON public.participant FOR EACH ROW EXECUTE FUNCTION app.copy_participants();

CREATE TRIGGER participant_guard BEFORE INSERT OR DELETE OR UPDATE ON public.participant FOR EACH ROW EXECUTE FUNCTION app.guard_participant();

CREATE TRIGGER password_ends_links AFTER INSERT OR UPDATE OF password_hash ON public.credential FOR EACH ROW EXECUTE FUNCTION app.password_set();

CREATE TRIGGER person_access_tokens_end AFTER UPDATE ON public.person FOR EACH ROW WHEN ((old.is_admin AND old.active AND old.has_login AND (NOT (new.is_admin AND new.active AND new.has_login)))) EXECUTE FUNCTION app.end_access_tokens();

CREATE TRIGGER person_ends_feed AFTER UPDATE OF active, has_login ON public.person FOR EACH ROW EXECUTE FUNCTION app.end_feed();

CREATE TRIGGER person_leaves_templates AFTER UPDATE OF active ON public.person FOR EACH ROW WHEN ((old.active AND (NOT new.active))) EXECUTE FUNCTION app.pass_templates_to_the_library();

CREATE TRIGGER person_locked_out AFTER UPDATE OF active, has_login ON public.person FOR EACH ROW WHEN (((old.active AND (NOT new.active)) OR (old.has_login AND (NOT new.has_login)))) EXECUTE FUNCTION app.end_sessions_of_the_locked_out();

CREATE TRIGGER person_locked_out_of_recovery AFTER UPDATE OF active, has_login ON public.person FOR EACH ROW WHEN (((old.active AND (NOT new.active)) OR (old.has_login AND (NOT new.has_login)))) EXECUTE FUNCTION app.end_recovery_of_the_locked_out();

CREATE TRIGGER person_looked_at AFTER UPDATE OF time_zone, active, has_login ON public.person FOR EACH ROW EXECUTE FUNCTION app.look_at_series_of_moved();

CREATE TRIGGER preparation_guard BEFORE UPDATE ON public.preparation FOR EACH ROW EXECUTE FUNCTION app.guard_preparation();

CREATE TRIGGER preparation_live AFTER UPDATE ON public.preparation FOR EACH ROW WHEN (((old.sent_at IS NOT NULL) OR (new.sent_at IS NOT NULL))) EXECUTE FUNCTION app.call_out_of_series();

CREATE TRIGGER preparation_live_insert AFTER INSERT ON public.preparation FOR EACH ROW WHEN ((new.sent_at IS NOT NULL)) EXECUTE FUNCTION app.call_out_of_series();

CREATE TRIGGER recovery_ended BEFORE UPDATE ON public.recovery FOR EACH ROW EXECUTE FUNCTION app.guard_ended_recovery();

CREATE TRIGGER recovery_ends_feed AFTER UPDATE OF outcome ON public.recovery FOR EACH ROW EXECUTE FUNCTION app.end_feed();

CREATE TRIGGER reminder_choice_looked_at AFTER INSERT OR DELETE OR UPDATE ON public.reminder_choice FOR EACH ROW EXECUTE FUNCTION app.look_at_series_of_person();

CREATE TRIGGER resolved_thread_live AFTER INSERT OR DELETE ON public.resolved_thread FOR EACH ROW EXECUTE FUNCTION app.call_out_one_on_one();

CREATE TRIGGER revision_request_frozen BEFORE INSERT OR DELETE OR UPDATE ON public.revision_request FOR EACH ROW EXECUTE FUNCTION app.guard_frozen_content();

CREATE TRIGGER section_frozen BEFORE INSERT OR DELETE OR UPDATE ON public.section FOR EACH ROW EXECUTE FUNCTION app.guard_frozen_content();

CREATE TRIGGER section_guidance_frozen BEFORE INSERT OR DELETE OR UPDATE ON public.section_guidance FOR EACH ROW EXECUTE FUNCTION app.guard_frozen_content();

CREATE TRIGGER series_guard BEFORE UPDATE ON public.series FOR EACH ROW EXECUTE FUNCTION app.guard_series();

CREATE TRIGGER series_live AFTER UPDATE ON public.series FOR EACH ROW WHEN (((old.version IS DISTINCT FROM new.version) OR (old.ended_at IS DISTINCT FROM new.ended_at))) EXECUTE FUNCTION app.call_out_of_series();

CREATE TRIGGER series_looked_at BEFORE UPDATE OF cadence, every, weekday, nth, at, time_zone, starts_on, minutes, ended_at ON public.series FOR EACH ROW EXECUTE FUNCTION app.look_at_series();

CREATE TRIGGER session_begins BEFORE INSERT OR UPDATE OF person_id ON public.session FOR EACH ROW EXECUTE FUNCTION app.refuse_session_of_the_locked_out();

CREATE TRIGGER talking_point_discussion BEFORE INSERT OR UPDATE ON public.talking_point FOR EACH ROW EXECUTE FUNCTION app.guard_discussion();

CREATE TRIGGER talking_point_guard BEFORE UPDATE ON public.talking_point FOR EACH ROW EXECUTE FUNCTION app.guard_talking_point();

CREATE TRIGGER talking_point_live_delete AFTER DELETE ON public.talking_point REFERENCING OLD TABLE AS before_it FOR EACH STATEMENT EXECUTE FUNCTION app.call_out_points();

CREATE TRIGGER talking_point_live_insert AFTER INSERT ON public.talking_point REFERENCING NEW TABLE AS after_it FOR EACH STATEMENT EXECUTE FUNCTION app.call_out_points();

CREATE TRIGGER talking_point_live_update AFTER UPDATE ON public.talking_point REFERENCING OLD TABLE AS before_it NEW TABLE AS after_it FOR EACH STATEMENT EXECUTE FUNCTION app.call_out_points();

CREATE TRIGGER target_change_noted AFTER INSERT OR DELETE OR UPDATE ON public.target FOR EACH ROW EXECUTE FUNCTION app.note_target_change();

CREATE TRIGGER target_given_back AFTER DELETE ON public.target FOR EACH ROW WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION app.target_gives_back();

CREATE TRIGGER target_guard BEFORE UPDATE ON public.target FOR EACH ROW EXECUTE FUNCTION app.guard_target();

CREATE TRIGGER target_keeps_end BEFORE INSERT OR UPDATE ON public.target FOR EACH ROW EXECUTE FUNCTION app.keep_end_of_target();

CREATE TRIGGER target_takes_over BEFORE INSERT ON public.target FOR EACH ROW EXECUTE FUNCTION app.target_takes_over();

CREATE TRIGGER working_hours_looked_at AFTER INSERT OR DELETE OR UPDATE ON public.working_hours FOR EACH ROW EXECUTE FUNCTION app.look_at_series_of_person();

-- Policies

create policy access_token_add on access_token for insert to duologue_web
  with check ((( SELECT app.viewer_is_admin() AS viewer_is_admin) AND (created_by = ( SELECT app.viewer_id() AS viewer_id)) AND (revoked_at IS NULL) AND ((person_id IS NULL) OR (person_id = ( SELECT app.viewer_id() AS viewer_id)))));

create policy access_token_read on access_token for select to duologue_web
  using ((( SELECT app.viewer_is_admin() AS viewer_is_admin) AND ((person_id IS NULL) OR (person_id = ( SELECT app.viewer_id() AS viewer_id)))));

create policy access_token_revoke on access_token for update to duologue_web
  using ((( SELECT app.viewer_is_admin() AS viewer_is_admin) AND ((person_id IS NULL) OR (person_id = ( SELECT app.viewer_id() AS viewer_id)))))
  with check ((revoked_at IS NOT NULL));

create policy action_item_add on action_item for insert to duologue_web
  with check ((app.may_write_content(one_on_one_id) AND (done_at IS NULL) AND (dropped_at IS NULL)));

create policy action_item_change on action_item for update to duologue_web
  using (app.may_write_content(one_on_one_id));

create policy action_item_due on action_item for select to duologue_worker
  using (true);

create policy action_item_mark on action_item for update to duologue_web
  using (app.may_mark_action_item(one_on_one_id, owner_id))
  with check ((COALESCE(done_by, dropped_by, ( SELECT app.viewer_id() AS viewer_id)) = ( SELECT app.viewer_id() AS viewer_id)));

create policy action_item_read on action_item for select to duologue_web
  using (( SELECT true
   FROM one_on_one o
  WHERE (o.id = action_item.one_on_one_id)));

create policy action_item_remove on action_item for delete to duologue_web
  using (app.may_write_content(one_on_one_id));

create policy addendum_add on addendum for insert to duologue_web
  with check (((author_id = ( SELECT app.viewer_id() AS viewer_id)) AND ( SELECT ((o.state = 'approved'::one_on_one_state) AND ((o.employee_id = addendum.author_id) OR ((o.manager_id = addendum.author_id) AND app.manages(o.manager_id, o.employee_id))))
   FROM one_on_one o
  WHERE (o.id = addendum.one_on_one_id))));

create policy addendum_read on addendum for select to duologue_web
  using (( SELECT true
   FROM one_on_one o
  WHERE (o.id = addendum.one_on_one_id)));

create policy address_change_mail on address_change for select to duologue_worker
  using (true);

create policy address_change_sign_in on address_change for all to duologue_signin
  using ((person_id = ( SELECT app.viewer_id() AS viewer_id)))
  with check ((person_id = ( SELECT app.viewer_id() AS viewer_id)));

create policy agenda_add on agenda for insert to duologue_web
  with check (app.may_arrange(series_id));

create policy agenda_change on agenda for update to duologue_web
  using (app.may_arrange(series_id));

create policy agenda_jobs on agenda for select to duologue_worker
  using (true);

create policy agenda_read on agenda for select to duologue_web
  using (( SELECT true
   FROM series s
  WHERE (s.id = agenda.series_id)));

create policy approval_add on approval for insert to duologue_web
  with check (((by_id = ( SELECT app.viewer_id() AS viewer_id)) AND ( SELECT ((o.employee_id = approval.by_id) AND (o.state = 'pending_approval'::one_on_one_state) AND (o.version = approval.version))
   FROM one_on_one o
  WHERE (o.id = approval.one_on_one_id))));

create policy approval_read on approval for select to duologue_web
  using (( SELECT true
   FROM one_on_one o
  WHERE (o.id = approval.one_on_one_id)));

create policy approval_request_add on approval_request for insert to duologue_web
  with check (((by_id = ( SELECT app.viewer_id() AS viewer_id)) AND app.may_write_content(one_on_one_id)));

create policy approval_request_read on approval_request for select to duologue_web
  using (( SELECT ((( SELECT app.viewer_id() AS viewer_id) = o.manager_id) OR (( SELECT app.viewer_id() AS viewer_id) = o.employee_id))
   FROM one_on_one o
  WHERE (o.id = approval_request.one_on_one_id)));

create policy calendar_choice_jobs on calendar_choice for select to duologue_worker
  using (true);

create policy calendar_choice_own on calendar_choice for all to duologue_web
  using ((person_id = ( SELECT app.viewer_id() AS viewer_id)))
  with check ((person_id = ( SELECT app.viewer_id() AS viewer_id)));

create policy calendar_feed_own on calendar_feed for all to duologue_web
  using ((person_id = ( SELECT app.viewer_id() AS viewer_id)))
  with check ((person_id = ( SELECT app.viewer_id() AS viewer_id)));

create policy comment_add on comment for insert to duologue_web
  with check (((author_id = ( SELECT app.viewer_id() AS viewer_id)) AND app.may_comment(one_on_one_id)));

create policy comment_change on comment for update to duologue_web
  using (((author_id = ( SELECT app.viewer_id() AS viewer_id)) AND app.may_comment(one_on_one_id)));

create policy comment_read on comment for select to duologue_web
  using (( SELECT ((( SELECT app.viewer_id() AS viewer_id) = o.manager_id) OR (( SELECT app.viewer_id() AS viewer_id) = o.employee_id))
   FROM one_on_one o
  WHERE (o.id = comment.one_on_one_id)));

create policy comment_remove on comment for delete to duologue_web
  using (((author_id = ( SELECT app.viewer_id() AS viewer_id)) AND app.may_comment(one_on_one_id)));

create policy export_job_add on export_job for insert to duologue_web
  with check (((person_id = ( SELECT app.viewer_id() AS viewer_id)) AND (state = 'waiting'::text)));

create policy export_job_read on export_job for select to duologue_web
  using ((person_id = ( SELECT app.viewer_id() AS viewer_id)));

create policy export_job_remove on export_job for delete to duologue_web
  using ((person_id = ( SELECT app.viewer_id() AS viewer_id)));

create policy file_add on file for insert to duologue_web
  with check (((added_by = ( SELECT app.viewer_id() AS viewer_id)) AND app.may_write_content(one_on_one_id)));

create policy file_read on file for select to duologue_web
  using (( SELECT true
   FROM one_on_one o
  WHERE (o.id = file.one_on_one_id)));

create policy file_remove on file for delete to duologue_web
  using (app.may_write_content(one_on_one_id));

create policy item_add on item for insert to duologue_web
  with check (app.may_write_content(one_on_one_id));

create policy item_change on item for update to duologue_web
  using (app.may_write_content(one_on_one_id));

create policy item_read on item for select to duologue_web
  using (( SELECT true
   FROM one_on_one o
  WHERE (o.id = item.one_on_one_id)));

create policy item_remove on item for delete to duologue_web
  using (app.may_write_content(one_on_one_id));

create policy item_figures_add on item_figures for insert to duologue_web
  with check ((( SELECT ((o.employee_id = ( SELECT app.viewer_id() AS viewer_id)) AND (o.state = 'pending_approval'::one_on_one_state))
   FROM one_on_one o
  WHERE (o.id = item_figures.one_on_one_id)) AND ( SELECT ((i.one_on_one_id = item_figures.one_on_one_id) AND (i.kind = ANY (ARRAY['kpi'::text, 'target'::text])))
   FROM item i
  WHERE (i.id = item_figures.item_id)) AND (NOT (EXISTS ( SELECT
   FROM approval a
  WHERE (a.one_on_one_id = item_figures.one_on_one_id))))));

create policy item_figures_read on item_figures for select to duologue_web
  using (( SELECT true
   FROM one_on_one o
  WHERE (o.id = item_figures.one_on_one_id)));

create policy kpi_add on kpi for insert to duologue_web
  with check (( SELECT app.viewer_is_admin() AS viewer_is_admin));

create policy kpi_change on kpi for update to duologue_web
  using (( SELECT app.viewer_is_admin() AS viewer_is_admin));

create policy kpi_read on kpi for select to duologue_web
  using ((( SELECT app.viewer_id() AS viewer_id) IS NOT NULL));

create policy mail_choice_of_all on mail_choice for select to duologue_worker
  using (true);

create policy mail_choice_own on mail_choice for all to duologue_web
  using ((person_id = ( SELECT app.viewer_id() AS viewer_id)))
  with check ((person_id = ( SELECT app.viewer_id() AS viewer_id)));

create policy meeting_add on meeting for insert to duologue_web
  with check ((app.may_arrange(series_id) AND ((changed_by = ( SELECT app.viewer_id() AS viewer_id)) OR ((changed_by IS NULL) AND (status = 'planned'::text) AND (NOT is_extra) AND (reason = ''::text) AND (slot_at = starts_at)))));

create policy meeting_change on meeting for update to duologue_web
  using (app.may_arrange(series_id))
  with check ((changed_by = ( SELECT app.viewer_id() AS viewer_id)));

create policy meeting_jobs on meeting for select to duologue_worker
  using (true);

create policy meeting_read on meeting for select to duologue_web
  using (( SELECT true
   FROM series s
  WHERE (s.id = meeting.series_id)));

create policy meeting_remove on meeting for delete to duologue_web
  using (app.may_arrange(series_id));

create policy meeting_record_add on meeting_record for insert to duologue_web
  with check ((app.may_arrange(series_id) AND ( SELECT ((o.manager_id = ( SELECT app.viewer_id() AS viewer_id)) AND ((o.manager_id = s.manager_id) AND (o.employee_id = s.employee_id)))
   FROM one_on_one o,
    series s
  WHERE ((o.id = meeting_record.one_on_one_id) AND (s.id = meeting_record.series_id)))));

create policy meeting_record_jobs on meeting_record for select to duologue_worker
  using (true);

create policy meeting_record_read on meeting_record for select to duologue_web
  using ((( SELECT true
   FROM one_on_one o
  WHERE (o.id = meeting_record.one_on_one_id)) AND ( SELECT true
   FROM series s
  WHERE (s.id = meeting_record.series_id))));

create policy meeting_reminder_jobs on meeting_reminder for select to duologue_worker
  using (true);

create policy notice_add on notice for insert to duologue_web
  with check (((actor_id = ( SELECT app.viewer_id() AS viewer_id)) AND (sent_at IS NULL) AND (read_at IS NULL) AND (reset_id IS NULL) AND (address_change_id IS NULL) AND (recovery_id IS NULL) AND
CASE
    WHEN (kind ~~ 'one-on-one.%'::text) THEN ((invitation_id IS NULL) AND (series_id IS NULL) AND ( SELECT (((notice.recipient_id = o.manager_id) OR (notice.recipient_id = o.employee_id)) OR (notice.recipient_id = ANY (o.participant_ids)))
       FROM one_on_one o
      WHERE (o.id = notice.one_on_one_id)))
    WHEN ((kind ~~ 'series.%'::text) OR (kind ~~ 'meeting.%'::text) OR (kind ~~ 'calendar.%'::text)) THEN ((invitation_id IS NULL) AND (one_on_one_id IS NULL) AND (kind <> 'series.pair-ended'::text) AND app.may_arrange(series_id) AND ( SELECT ((notice.recipient_id = s.manager_id) OR (notice.recipient_id = s.employee_id))
       FROM series s
      WHERE (s.id = notice.series_id)))
    WHEN (kind = 'person.invited'::text) THEN ((one_on_one_id IS NULL) AND (series_id IS NULL) AND (invitation_id IS NOT NULL) AND app.invitation_is_for(invitation_id, recipient_id))
    ELSE false
END));

create policy notice_note_read on notice for update to duologue_web
  using ((recipient_id = ( SELECT app.viewer_id() AS viewer_id)))
  with check ((recipient_id = ( SELECT app.viewer_id() AS viewer_id)));

create policy notice_read on notice for select to duologue_web
  using ((recipient_id = ( SELECT app.viewer_id() AS viewer_id)));

create policy notice_send on notice for all to duologue_worker
  using (true);

create policy one_on_one_add on one_on_one for insert to duologue_web
  with check (((manager_id = ( SELECT app.viewer_id() AS viewer_id)) AND (state = 'draft'::one_on_one_state) AND app.manages(manager_id, employee_id)));

create policy one_on_one_change_by_employee on one_on_one for update to duologue_web
  using (((employee_id = ( SELECT app.viewer_id() AS viewer_id)) AND (state = 'pending_approval'::one_on_one_state)))
  with check (((employee_id = ( SELECT app.viewer_id() AS viewer_id)) AND (state = ANY (ARRAY['active'::one_on_one_state, 'approved'::one_on_one_state]))));

create policy one_on_one_change_by_manager on one_on_one for update to duologue_web
  using (((manager_id = ( SELECT app.viewer_id() AS viewer_id)) AND app.manages(manager_id, employee_id)));

create policy one_on_one_of_due on one_on_one for select to duologue_worker
  using (true);

create policy one_on_one_read on one_on_one for select to duologue_web
  using ((( SELECT app.viewer_id() AS viewer_id) = ANY (
CASE state
    WHEN 'draft'::one_on_one_state THEN ARRAY[manager_id]
    ELSE (ARRAY[manager_id, employee_id] || participant_ids)
END)));

create policy one_on_one_remove on one_on_one for delete to duologue_web
  using (((manager_id = ( SELECT app.viewer_id() AS viewer_id)) AND ((state = 'draft'::one_on_one_state) OR ((state = 'active'::one_on_one_state) AND app.manages(manager_id, employee_id)))));

create policy one_on_one_event_add on one_on_one_event for insert to duologue_web
  with check (((by_id = ( SELECT app.viewer_id() AS viewer_id)) AND ( SELECT
        CASE one_on_one_event.by_id
            WHEN o.manager_id THEN ((one_on_one_event.kind <> ALL (ARRAY['revision_requested'::text, 'approved'::text, 'participant_left'::text])) AND ((o.state <> 'approved'::one_on_one_state) OR (one_on_one_event.kind = ANY (ARRAY['participant_removed'::text, 'addendum_added'::text]))))
            WHEN o.employee_id THEN ((one_on_one_event.kind = ANY (ARRAY['revision_requested'::text, 'approved'::text])) OR ((one_on_one_event.kind = 'addendum_added'::text) AND (o.state = 'approved'::one_on_one_state)))
            ELSE ((one_on_one_event.kind = 'participant_left'::text) AND (one_on_one_event.person_id = one_on_one_event.by_id))
        END AS "case"
   FROM one_on_one o
  WHERE (o.id = one_on_one_event.one_on_one_id))));

create policy one_on_one_event_read on one_on_one_event for select to duologue_web
  using (( SELECT ((NOT one_on_one_event.before_sharing) OR (o.manager_id = ( SELECT app.viewer_id() AS viewer_id)))
   FROM one_on_one o
  WHERE (o.id = one_on_one_event.one_on_one_id)));

create policy participant_add on participant for insert to duologue_web
  with check (((added_by = ( SELECT app.viewer_id() AS viewer_id)) AND (removed_at IS NULL) AND app.may_write_content(one_on_one_id)));

create policy participant_go on participant for update to duologue_web
  using (app.may_remove_participant(one_on_one_id, person_id))
  with check ((removed_by = ( SELECT app.viewer_id() AS viewer_id)));

create policy participant_read on participant for select to duologue_web
  using (( SELECT true
   FROM one_on_one o
  WHERE (o.id = participant.one_on_one_id)));

create policy participant_remove on participant for delete to duologue_web
  using (app.may_remove_participant(one_on_one_id, person_id));

create policy password_reset_sign_in on password_reset for all to duologue_signin
  using (true);

create policy person_add on person for insert to duologue_web
  with check (( SELECT app.viewer_is_admin() AS viewer_is_admin));

create policy person_change on person for update to duologue_web
  using (( SELECT app.viewer_is_admin() AS viewer_is_admin));

create policy person_first_admin on person for insert to duologue_signin
  with check ((is_admin AND active AND has_login AND (NOT app.has_admin())));

create policy person_read on person for select to duologue_web
  using ((( SELECT app.viewer_id() AS viewer_id) IS NOT NULL));

create policy person_sign_in on person for select to duologue_signin, duologue_worker
  using (true);

create policy address_add on person_address for insert to duologue_web
  with check ((( SELECT app.viewer_is_admin() AS viewer_is_admin) AND app.address_may_change(person_id)));

create policy address_change on person_address for update to duologue_web
  using ((( SELECT app.viewer_is_admin() AS viewer_is_admin) AND app.address_may_change(person_id)));

create policy address_first_admin on person_address for insert to duologue_signin
  with check (((NOT (EXISTS ( SELECT
   FROM credential c
  WHERE (c.person_id = person_address.person_id)))) AND app.is_only_admin(person_id)));

create policy address_read on person_address for select to duologue_web
  using (((person_id = ( SELECT app.viewer_id() AS viewer_id)) OR ( SELECT app.viewer_is_admin() AS viewer_is_admin)));

create policy address_remove on person_address for delete to duologue_web
  using ((( SELECT app.viewer_is_admin() AS viewer_is_admin) AND app.address_may_change(person_id)));

create policy address_sign_in on person_address for select to duologue_signin, duologue_worker
  using (true);

create policy person_picture_own on person_picture for all to duologue_web
  using ((person_id = ( SELECT app.viewer_id() AS viewer_id)))
  with check ((person_id = ( SELECT app.viewer_id() AS viewer_id)));

create policy person_picture_read on person_picture for select to duologue_web
  using ((( SELECT app.viewer_id() AS viewer_id) IS NOT NULL));

create policy point_note_add on point_note for insert to duologue_web
  with check (((author_id = ( SELECT app.viewer_id() AS viewer_id)) AND ( SELECT true
   FROM talking_point p
  WHERE (p.id = point_note.point_id)) AND app.may_arrange(series_id)));

create policy point_note_change on point_note for update to duologue_web
  using (((author_id = ( SELECT app.viewer_id() AS viewer_id)) AND app.may_arrange(series_id)))
  with check ((author_id = ( SELECT app.viewer_id() AS viewer_id)));

create policy point_note_read on point_note for select to duologue_web
  using (((author_id = ( SELECT app.viewer_id() AS viewer_id)) AND ( SELECT true
   FROM talking_point p
  WHERE (p.id = point_note.point_id))));

create policy point_note_remove on point_note for delete to duologue_web
  using (((author_id = ( SELECT app.viewer_id() AS viewer_id)) AND app.may_arrange(series_id)));

create policy preparation_add on preparation for insert to duologue_web
  with check (((employee_id = ( SELECT app.viewer_id() AS viewer_id)) AND (used_at IS NULL) AND ( SELECT (s.employee_id = preparation.employee_id)
   FROM series s
  WHERE (s.id = preparation.series_id)) AND app.may_arrange(series_id)));

create policy preparation_change on preparation for update to duologue_web
  using (((employee_id = ( SELECT app.viewer_id() AS viewer_id)) AND (used_at IS NULL) AND app.may_arrange(series_id)))
  with check (((employee_id = ( SELECT app.viewer_id() AS viewer_id)) AND (used_at IS NULL)));

create policy preparation_own on preparation for select to duologue_web
  using (((employee_id = ( SELECT app.viewer_id() AS viewer_id)) AND ( SELECT true
   FROM series s
  WHERE (s.id = preparation.series_id))));

create policy preparation_sent on preparation for select to duologue_web
  using (((sent_at IS NOT NULL) AND ( SELECT (s.manager_id = ( SELECT app.viewer_id() AS viewer_id))
   FROM series s
  WHERE (s.id = preparation.series_id))));

create policy preparation_use on preparation for update to duologue_web
  using (((sent_at IS NOT NULL) AND (used_at IS NULL) AND app.may_arrange(series_id) AND ( SELECT (s.manager_id = ( SELECT app.viewer_id() AS viewer_id))
   FROM series s
  WHERE (s.id = preparation.series_id))))
  with check ((used_at IS NOT NULL));

create policy private_note_own on private_note for all to duologue_web
  using (((author_id = ( SELECT app.viewer_id() AS viewer_id)) AND ( SELECT true
   FROM one_on_one o
  WHERE (o.id = private_note.one_on_one_id))))
  with check (((author_id = ( SELECT app.viewer_id() AS viewer_id)) AND ( SELECT true
   FROM one_on_one o
  WHERE (o.id = private_note.one_on_one_id))));

create policy reading_read on reading for select to duologue_web
  using ((( SELECT app.viewer_is_admin() AS viewer_is_admin) OR (person_id = ( SELECT app.viewer_id() AS viewer_id)) OR (person_id IN ( SELECT m.id
   FROM app.managed_people() m(id, name, has_login)))));

create policy reading_remove on reading for delete to duologue_web
  using ((( SELECT app.viewer_is_admin() AS viewer_is_admin) OR (person_id IN ( SELECT m.id
   FROM app.managed_people() m(id, name, has_login)))));

create policy receipt_add on receipt for insert to duologue_web
  with check (((person_id = ( SELECT app.viewer_id() AS viewer_id)) AND ( SELECT true
   FROM one_on_one o
  WHERE (o.id = receipt.one_on_one_id))));

create policy receipt_read on receipt for select to duologue_web
  using (( SELECT ((( SELECT app.viewer_id() AS viewer_id) = o.manager_id) OR (( SELECT app.viewer_id() AS viewer_id) = o.employee_id))
   FROM one_on_one o
  WHERE (o.id = receipt.one_on_one_id)));

create policy recovery_mail on recovery for select to duologue_worker
  using (true);

create policy reminder_choice_jobs on reminder_choice for select to duologue_worker
  using (true);

create policy reminder_choice_own on reminder_choice for all to duologue_web
  using ((person_id = ( SELECT app.viewer_id() AS viewer_id)))
  with check ((person_id = ( SELECT app.viewer_id() AS viewer_id)));

create policy reminder_sent_jobs on reminder_sent for select to duologue_worker
  using (true);

create policy resolved_thread_add on resolved_thread for insert to duologue_web
  with check (((resolved_by = ( SELECT app.viewer_id() AS viewer_id)) AND app.may_comment(one_on_one_id)));

create policy resolved_thread_read on resolved_thread for select to duologue_web
  using (( SELECT ((( SELECT app.viewer_id() AS viewer_id) = o.manager_id) OR (( SELECT app.viewer_id() AS viewer_id) = o.employee_id))
   FROM one_on_one o
  WHERE (o.id = resolved_thread.one_on_one_id)));

create policy resolved_thread_remove on resolved_thread for delete to duologue_web
  using (app.may_comment(one_on_one_id));

create policy revision_request_add on revision_request for insert to duologue_web
  with check (( SELECT (o.employee_id = ( SELECT app.viewer_id() AS viewer_id))
   FROM one_on_one o
  WHERE (o.id = revision_request.one_on_one_id)));

create policy revision_request_read on revision_request for select to duologue_web
  using (( SELECT ((( SELECT app.viewer_id() AS viewer_id) = o.manager_id) OR (( SELECT app.viewer_id() AS viewer_id) = o.employee_id))
   FROM one_on_one o
  WHERE (o.id = revision_request.one_on_one_id)));

create policy section_add on section for insert to duologue_web
  with check (app.may_write_content(one_on_one_id));

create policy section_change on section for update to duologue_web
  using (app.may_write_content(one_on_one_id));

create policy section_read on section for select to duologue_web
  using (( SELECT true
   FROM one_on_one o
  WHERE (o.id = section.one_on_one_id)));

create policy section_remove on section for delete to duologue_web
  using (app.may_write_content(one_on_one_id));

create policy section_guidance_add on section_guidance for insert to duologue_web
  with check (app.may_write_content(one_on_one_id));

create policy section_guidance_read on section_guidance for select to duologue_web
  using (( SELECT (o.manager_id = ( SELECT app.viewer_id() AS viewer_id))
   FROM one_on_one o
  WHERE (o.id = section_guidance.one_on_one_id)));

create policy series_add on series for insert to duologue_web
  with check (((manager_id = ( SELECT app.viewer_id() AS viewer_id)) AND (ended_at IS NULL) AND app.manages(manager_id, employee_id)));

create policy series_change on series for update to duologue_web
  using (((manager_id = ( SELECT app.viewer_id() AS viewer_id)) AND (ended_at IS NULL) AND app.manages(manager_id, employee_id)))
  with check ((manager_id = ( SELECT app.viewer_id() AS viewer_id)));

create policy series_jobs on series for select to duologue_worker
  using (true);

create policy series_read on series for select to duologue_web
  using (((( SELECT app.viewer_id() AS viewer_id) = manager_id) OR (( SELECT app.viewer_id() AS viewer_id) = employee_id)));

create policy service_account_all on service_account for all to duologue_web
  using (( SELECT app.viewer_is_admin() AS viewer_is_admin));

create policy talking_point_add on talking_point for insert to duologue_web
  with check (((author_id = ( SELECT app.viewer_id() AS viewer_id)) AND app.may_arrange(series_id)));

create policy talking_point_change on talking_point for update to duologue_web
  using (((shared OR (author_id = ( SELECT app.viewer_id() AS viewer_id))) AND app.may_arrange(series_id)));

create policy talking_point_read on talking_point for select to duologue_web
  using (((shared OR (author_id = ( SELECT app.viewer_id() AS viewer_id))) AND ( SELECT true
   FROM series s
  WHERE (s.id = talking_point.series_id))));

create policy talking_point_remove on talking_point for delete to duologue_web
  using (((author_id = ( SELECT app.viewer_id() AS viewer_id)) AND (discussed_at IS NULL) AND app.may_arrange(series_id)));

create policy target_add on target for insert to duologue_web
  with check (((set_by = ( SELECT app.viewer_id() AS viewer_id)) AND
CASE
    WHEN (person_id IS NULL) THEN (( SELECT app.viewer_is_admin() AS viewer_is_admin) OR app.manages_team(team_id))
    ELSE app.may_change_numbers_of(person_id)
END));

create policy target_change on target for update to duologue_web
  using (
CASE
    WHEN (person_id IS NULL) THEN (( SELECT app.viewer_is_admin() AS viewer_is_admin) OR app.manages_team(team_id))
    ELSE app.may_change_numbers_of(person_id)
END);

create policy target_read on target for select to duologue_web
  using (
CASE
    WHEN (person_id IS NULL) THEN app.sees_team_target(team_id)
    ELSE app.sees_numbers_of(person_id)
END);

create policy target_remove on target for delete to duologue_web
  using (
CASE
    WHEN (person_id IS NULL) THEN (( SELECT app.viewer_is_admin() AS viewer_is_admin) OR app.manages_team(team_id))
    ELSE app.may_change_numbers_of(person_id)
END);

create policy target_change_read on target_change for select to duologue_web
  using (
CASE
    WHEN (person_id IS NULL) THEN app.sees_team_target(team_id)
    ELSE app.sees_numbers_of(person_id)
END);

create policy target_hit_jobs on target_hit for select to duologue_worker
  using (true);

create policy target_hit_read on target_hit for select to duologue_web
  using (app.sees_numbers_of(person_id));

create policy team_all on team for all to duologue_web
  using (( SELECT app.viewer_is_admin() AS viewer_is_admin));

create policy team_manager_all on team_manager for all to duologue_web
  using (( SELECT app.viewer_is_admin() AS viewer_is_admin));

create policy team_member_all on team_member for all to duologue_web
  using (( SELECT app.viewer_is_admin() AS viewer_is_admin));

create policy template_add on template for insert to duologue_web
  with check ((( SELECT app.viewer_manages_a_team() AS viewer_manages_a_team) AND (owner_id = ( SELECT app.viewer_id() AS viewer_id))));

create policy template_change on template for update to duologue_web
  using ((( SELECT app.viewer_manages_a_team() AS viewer_manages_a_team) AND (owner_id = ( SELECT app.viewer_id() AS viewer_id))));

create policy template_read on template for select to duologue_web
  using ((( SELECT app.viewer_manages_a_team() AS viewer_manages_a_team) AND (shared OR (owner_id = ( SELECT app.viewer_id() AS viewer_id)))));

create policy template_remove on template for delete to duologue_web
  using ((( SELECT app.viewer_manages_a_team() AS viewer_manages_a_team) AND (owner_id = ( SELECT app.viewer_id() AS viewer_id))));

create policy working_hours_jobs on working_hours for select to duologue_worker
  using (true);

create policy working_hours_own on working_hours for all to duologue_web
  using ((person_id = ( SELECT app.viewer_id() AS viewer_id)))
  with check ((person_id = ( SELECT app.viewer_id() AS viewer_id)));

-- Grants

grant insert (created_at, created_by, id, name, person_id, scope, service_account_id, token_hash), select (created_at, created_by, id, last_used_at, name, person_id, revoked_at, scope, service_account_id), update (revoked_at) on access_token to duologue_web;

grant delete, insert, select, update (done_at, done_by, dropped_at, dropped_by, dropped_reason, due_on, owner_id, position, text, version) on action_item to duologue_web;

grant select (done_at, dropped_at, due_on, id, one_on_one_id, owner_id) on action_item to duologue_worker;

grant insert, select on addendum to duologue_web;

grant insert, select on address_change to duologue_signin;

grant select (id, old_email) on address_change to duologue_worker;

grant insert (series_id), select, update (employee_ready_at, manager_ready_at, objective, topics, version) on agenda to duologue_web;

grant select (has_objective, has_topics, series_id) on agenda to duologue_worker;

grant insert, select on approval to duologue_web;

grant insert, select on approval_request to duologue_web;

grant insert, select, update on calendar_choice to duologue_web;

grant select on calendar_choice to duologue_worker;

grant delete, insert (created_at, person_id, token_hash), select (created_at, person_id, read_at) on calendar_feed to duologue_web;

grant delete, insert, select, update (body, edited_at, version) on comment to duologue_web;

grant insert, select, update on credential to duologue_signin;

grant delete, insert (format, id, paper, person_id, what), select on export_job to duologue_web;

grant delete, insert, select on file to duologue_web;

grant execute on function app.address_may_change to duologue_web;

grant execute on function app.admins to duologue_web;

grant execute on function app.ask_for_checks to duologue_web;

grant execute on function app.ask_password_reset to duologue_signin;

grant execute on function app.asked_before_meeting to duologue_web;

grant execute on function app.asks_as_owner to duologue_web;

grant execute on function app.begin_grant to duologue_web;

grant execute on function app.begin_request to duologue_signin;

grant execute on function app.begin_request to duologue_web;

grant execute on function app.begin_token to duologue_web;

grant execute on function app.cancel_recovery to duologue_web;

grant execute on function app.change_own_profile to duologue_web;

grant execute on function app.check_targets_again to duologue_worker;

grant execute on function app.confirm_address_change to duologue_signin;

grant execute on function app.end_series_of_past_pairs to duologue_worker;

grant execute on function app.feed_of to duologue_signin;

grant execute on function app.files_left_over to duologue_worker;

grant execute on function app.find_kpis_for_readings to duologue_web;

grant execute on function app.find_people_for_readings to duologue_web;

grant execute on function app.finish_recoveries to duologue_worker;

grant execute on function app.forget_meeting_reminders to duologue_worker;

grant execute on function app.has_admin to duologue_signin;

grant execute on function app.has_password to duologue_web;

grant execute on function app.has_something_to_read to duologue_signin;

grant execute on function app.invitation_is_for to duologue_web;

grant execute on function app.invite to duologue_web;

grant execute on function app.invited_until to duologue_web;

grant execute on function app.is_only_admin to duologue_signin;

grant execute on function app.lock_one_on_one to duologue_web;

grant execute on function app.lock_series to duologue_web;

grant execute on function app.managed_of_addresses to duologue_web;

grant execute on function app.managed_people to duologue_web;

grant execute on function app.manages to duologue_web;

grant execute on function app.manages_team to duologue_web;

grant execute on function app.may_arrange to duologue_web;

grant execute on function app.may_be_invited to duologue_web;

grant execute on function app.may_change_numbers_of to duologue_web;

grant execute on function app.may_comment to duologue_web;

grant execute on function app.may_load_readings to duologue_web;

grant execute on function app.may_mark_action_item to duologue_web;

grant execute on function app.may_remove_participant to duologue_web;

grant execute on function app.may_write_content to duologue_web;

grant execute on function app.measured_in to duologue_web;

grant execute on function app.members_of_my_team to duologue_web;

grant execute on function app.mint_grant to duologue_web;

grant execute on function app.my_devices to duologue_web;

grant execute on function app.my_teams to duologue_web;

grant execute on function app.new_id to duologue_web;

grant execute on function app.next_look_at to duologue_worker;

grant execute on function app.note_export to duologue_worker;

grant execute on function app.note_feed_read to duologue_signin;

grant execute on function app.notice_waits to duologue_web;

grant execute on function app.notify_of_sign_in to duologue_signin;

grant execute on function app.notify_of_used_reset to duologue_signin;

grant execute on function app.object_to_recovery to duologue_web;

grant execute on function app.open_recoveries to duologue_web;

grant execute on function app.pair_stands to duologue_worker;

grant execute on function app.period_start to duologue_web;

grant execute on function app.pictures_near_me to duologue_web;

grant execute on function app.record_readings to duologue_web;

grant execute on function app.recovery_of to duologue_web;

grant execute on function app.remind to duologue_worker;

grant execute on function app.remind_of_meetings to duologue_worker;

grant execute on function app.revoke_invitation to duologue_web;

grant execute on function app.sees_numbers_of to duologue_web;

grant execute on function app.sees_team_target to duologue_web;

grant execute on function app.show_invitation to duologue_web;

grant execute on function app.sign_in_since to duologue_web;

grant execute on function app.start_recovery to duologue_web;

grant execute on function app.sweep_exports to duologue_worker;

grant execute on function app.take_numbers_to_check to duologue_worker;

grant execute on function app.take_turn_at_target to duologue_web;

grant execute on function app.take_up_targets to duologue_web;

grant execute on function app.targets_binding to duologue_web;

grant execute on function app.team_name to duologue_web;

grant execute on function app.teams_of to duologue_web;

grant execute on function app.tell_target_hit to duologue_worker;

grant execute on function app.throw_away_old to duologue_worker;

grant execute on function app.token_scope to duologue_web;

grant execute on function app.viewer_id to duologue_signin;

grant execute on function app.viewer_id to duologue_web;

grant execute on function app.viewer_is_admin to duologue_web;

grant execute on function app.viewer_manages_a_team to duologue_web;

grant execute on function app.working_days_of to duologue_web;

grant select, update on invitation to duologue_signin;

grant delete, insert, select, update (answer, answer_plain, measure, options, position, prompt, section_id, version) on item to duologue_web;

grant insert, select on item_figures to duologue_web;

grant insert, select, update (aggregation, archived_at, currency, decimals, direction, name, unit, updated_at, version) on kpi to duologue_web;

grant insert, select, update on mail_choice to duologue_web;

grant select on mail_choice to duologue_worker;

grant delete, insert, select, update (changed_at, changed_by, ended_at, held_at, late, minutes, reason, sequence, starts_at, status, version) on meeting to duologue_web;

grant select (ended_at, held_at, id, is_extra, minutes, sequence, series_id, slot_at, starts_at, status) on meeting to duologue_worker;

grant insert, select on meeting_record to duologue_web;

grant select on meeting_record to duologue_worker;

grant select on meeting_reminder to duologue_worker;

grant insert, select (actor_id, at, id, kind, meeting_slot, one_on_one_id, person_id, read_at, recipient_id, series_id), update (read_at) on notice to duologue_web;

grant select, update (sent_at) on notice to duologue_worker;

grant delete, insert (created_at, employee_id, held_on, id, manager_id, state, title, updated_at), select, update (held_on, state, title, updated_at, version) on one_on_one to duologue_web;

grant select (id, state) on one_on_one to duologue_worker;

grant insert, select on one_on_one_event to duologue_web;

grant delete, insert, select, update (removed_at, removed_by) on participant to duologue_web;

grant select, update on password_reset to duologue_signin;

grant insert, select (active, has_login, id, is_admin, name) on person to duologue_signin;

grant insert, select, update on person to duologue_web;

grant select (active, has_login, id, name, time_zone) on person to duologue_worker;

grant insert, select on person_address to duologue_signin;

grant delete, insert, select, update on person_address to duologue_web;

grant select on person_address to duologue_worker;

grant delete, insert, select, update on person_picture to duologue_web;

grant delete, insert, select, update (body, updated_at, version) on point_note to duologue_web;

grant insert, select, update (answers, asked, sent_at, update, updated_at, used_at, version) on preparation to duologue_web;

grant insert, select, update (body, updated_at, version) on private_note to duologue_web;

grant delete, select on reading to duologue_web;

grant insert, select on receipt to duologue_web;

grant select (id, old_email) on recovery to duologue_worker;

grant insert, select, update on reminder_choice to duologue_web;

grant select on reminder_choice to duologue_worker;

grant select on reminder_sent to duologue_worker;

grant delete, insert, select on resolved_thread to duologue_web;

grant insert, select on revision_request to duologue_web;

grant delete, insert, select, update (position, title, version) on section to duologue_web;

grant insert, select on section_guidance to duologue_web;

grant insert (agenda_due_days, at, cadence, created_at, employee_id, employee_prepares, every, id, look_at, manager_id, manager_prepares, minutes, nth, place, rule_since, starts_on, template_id, time_zone, updated_at, weekday), select, update (agenda_due_days, at, cadence, employee_prepares, ended_at, ended_because, every, manager_prepares, minutes, nth, place, rule_since, sequence, starts_on, template_id, time_zone, updated_at, version, weekday) on series to duologue_web;

grant select (agenda_due_days, at, cadence, created_at, employee_id, ended_at, every, id, look_at, manager_id, minutes, nth, place, rule_since, sequence, starts_on, time_zone, weekday) on series to duologue_worker;

grant insert, select, update (closed_at) on service_account to duologue_web;

grant delete, insert, select, update on session to duologue_signin;

grant delete, insert, select, update on sign_in_attempt to duologue_signin;

grant delete, insert, select, update (body, discussed_at, discussed_by, dropped_at, is_decision, kind, later_until, outcome, rank, recurring, shared, shared_at, version) on talking_point to duologue_web;

grant delete, insert, select, update (valid_to, value, version) on target to duologue_web;

grant select on target_change to duologue_web;

grant select on target_hit to duologue_web;

grant select (hit_at, person_id) on target_hit to duologue_worker;

grant delete, insert, select, update on team to duologue_web;

grant delete, insert, select on team_manager to duologue_web;

grant delete, insert, select on team_member to duologue_web;

grant delete, insert, select, update on template to duologue_web;

grant insert, select, update on working_hours to duologue_web;

grant select on working_hours to duologue_worker;
