import type { ColumnType } from 'kysely';

/** Filled by the database. */
type Defaulted<T> = ColumnType<T, T | undefined, T>;
type Time = ColumnType<string, string | Date | undefined, string | Date>;
type Json = ColumnType<unknown, unknown, unknown>;

/** The tables as the program sees them; database/schema.sql is the truth. */
export interface Tables {
  person: {
    id: string;
    name: string;
    active: Defaulted<boolean>;
    has_login: Defaulted<boolean>;
    is_admin: Defaulted<boolean>;
    created_at: Time;
    time_zone: Defaulted<string | null>;
    language: Defaulted<string | null>;
  };
  person_picture: { person_id: string; type: string; image: Buffer; version: Defaulted<number> };
  person_address: { person_id: string; email: string };
  team: { id: string; name: string; created_at: Time };
  team_member: { team_id: string; person_id: string };
  team_manager: { team_id: string; person_id: string };
  credential: { person_id: string; password_hash: string; changed_at: Time; created_at: Time };
  password_reset: {
    id: string;
    person_id: string;
    created_at: Time;
    expires_at: Time;
    used_at: Time | null;
  };
  address_change: {
    id: string;
    person_id: string;
    old_email: string;
    new_email: string;
    created_at: Time;
    expires_at: Time;
    confirmed_at: Time | null;
  };
  session: {
    id: string;
    person_id: string;
    token_hash: Buffer;
    device: Defaulted<string>;
    created_at: Time;
    last_seen_at: Time;
    parent_id: Defaulted<string | null>;
    expires_at: Time | null;
  };
  export_job: {
    id: string;
    person_id: string;
    what: string;
    format: string;
    paper: string;
    state: Defaulted<string>;
    done: Defaulted<number>;
    total: Defaulted<number>;
    created_at: Time;
    expires_at: Time;
  };
  invitation: {
    id: string;
    person_id: string | null;
    created_at: Time;
    expires_at: Time;
    used_at: Time | null;
    shown_at: Time | null;
  };
  sign_in_attempt: { key: string; window_start: Time; failures: number };
  template: {
    id: string;
    owner_id: string | null;
    title: string;
    description: string;
    shared: boolean;
    version: Defaulted<number>;
    sections: Json;
    created_at: Time;
    updated_at: Time;
  };
  one_on_one: {
    id: string;
    manager_id: string;
    employee_id: string;
    participant_ids: Defaulted<string[]>;
    title: string;
    held_on: string;
    state: 'draft' | 'active' | 'pending_approval' | 'approved';
    version: Defaulted<number>;
    created_at: Time;
    updated_at: Time;
  };
  section: { id: string; one_on_one_id: string; position: number; title: string; version: Defaulted<number> };
  section_guidance: { section_id: string; one_on_one_id: string; guidance: string };
  item: {
    id: string;
    one_on_one_id: string;
    section_id: string;
    position: number;
    kind: string;
    prompt: string;
    options: Json;
    source_item_id: string | null;
    answer: Json;
    answer_plain: Defaulted<string>;
    version: Defaulted<number>;
    answered_by: Defaulted<string>;
    from_employee: Defaulted<boolean>;
    given: Json;
    measure: Defaulted<unknown>;
  };
  item_figures: { item_id: string; one_on_one_id: string; figures: Json };
  approval_request: {
    id: string;
    one_on_one_id: string;
    at: Time;
    by_id: string;
    version: number;
    snapshot: Json;
  };
  approval: {
    one_on_one_id: string;
    at: Time;
    by_id: string;
    version: number;
    remark: string | null;
    digest: string;
  };
  one_on_one_event: {
    id: string;
    one_on_one_id: string;
    kind: string;
    at: Time;
    by_id: string;
    before_sharing: boolean;
    /** Whom it concerns beside its author. */
    person_id: Defaulted<string | null>;
  };
  revision_request: { event_id: string; one_on_one_id: string; message: string };
  notice: {
    id: string;
    kind: string;
    recipient_id: string;
    actor_id: string | null;
    one_on_one_id: string | null;
    invitation_id: string | null;
    at: Time;
    sent_at: Time | null;
    read_at: Time | null;
    mail_after: Time | null;
    series_id: Defaulted<string | null>;
    meeting_slot: Defaulted<string | null>;
    person_id: Defaulted<string | null>;
  };
  reminder_sent: { person_id: string; sent_on: string; of_overdue: boolean };
  mail_choice: { person_id: string; topic: string; by_mail: boolean };
  participant: {
    one_on_one_id: string;
    person_id: string;
    added_by: string;
    added_at: Time;
    removed_by: string | null;
    removed_at: Time | null;
  };
  action_item: {
    id: string;
    one_on_one_id: string;
    position: number;
    text: string;
    owner_id: string;
    due_on: string;
    version: Defaulted<number>;
    created_at: Time;
    done_at: Time | null;
    done_by: string | null;
    dropped_at: Time | null;
    dropped_by: string | null;
    dropped_reason: string | null;
  };
  file: {
    id: string;
    one_on_one_id: string;
    name: string;
    size: number;
    type: string;
    sha256: string;
    added_by: string;
    added_at: Time;
  };
  comment: {
    id: string;
    one_on_one_id: string;
    item_id: string;
    author_id: string;
    body: Json;
    version: Defaulted<number>;
    created_at: Time;
    edited_at: Time | null;
  };
  resolved_thread: { item_id: string; one_on_one_id: string; resolved_by: string; resolved_at: Time };
  addendum: { id: string; one_on_one_id: string; author_id: string; at: Time; body: Json };
  private_note: {
    one_on_one_id: string;
    author_id: string;
    body: Json;
    version: Defaulted<number>;
    updated_at: Time;
  };
  receipt: { one_on_one_id: string; person_id: string; day: string; act: string };
  series: {
    id: string;
    manager_id: string;
    employee_id: string;
    template_id: string | null;
    cadence: string;
    every: Defaulted<number>;
    weekday: number | null;
    nth: number | null;
    at: string | null;
    time_zone: string;
    starts_on: string;
    minutes: number;
    place: Defaulted<string>;
    manager_prepares: Defaulted<string>;
    employee_prepares: Defaulted<string>;
    agenda_due_days: Defaulted<number>;
    rule_since: Time;
    sequence: Defaulted<number>;
    version: Defaulted<number>;
    created_at: Time;
    updated_at: Time;
    ended_at: Time | null;
    ended_because: Defaulted<string | null>;
    look_at: Time;
  };
  meeting: {
    id: string;
    series_id: string;
    slot_at: Time;
    starts_at: Time;
    minutes: number;
    status: Defaulted<string>;
    reason: Defaulted<string>;
    late: Defaulted<boolean>;
    is_extra: Defaulted<boolean>;
    sequence: Defaulted<number>;
    version: Defaulted<number>;
    changed_by: Defaulted<string | null>;
    changed_at: Time;
    held_at: Time | null;
    ended_at: Time | null;
  };
  agenda: {
    series_id: string;
    objective: Defaulted<string>;
    topics: Defaulted<string[]>;
    manager_ready_at: Time | null;
    employee_ready_at: Time | null;
    version: Defaulted<number>;
  };
  talking_point: {
    id: string;
    series_id: string;
    author_id: string;
    kind: string;
    body: Json;
    shared: boolean;
    shared_at: Time | null;
    rank: number;
    recurring: Defaulted<boolean>;
    raised_at: Time;
    later_until: Defaulted<string | null>;
    discussed_at: Time | null;
    discussed_by: Defaulted<string | null>;
    outcome: Json;
    is_decision: Defaulted<boolean>;
    dropped_at: Time | null;
    version: Defaulted<number>;
  };
  point_note: {
    point_id: string;
    series_id: string;
    author_id: string;
    body: Json;
    version: Defaulted<number>;
    updated_at: Time;
  };
  preparation: {
    id: string;
    series_id: string;
    employee_id: string;
    update: Json;
    answers: Json;
    asked: Defaulted<unknown>;
    sent_at: Time | null;
    used_at: Time | null;
    version: Defaulted<number>;
    created_at: Time;
    updated_at: Time;
  };
  meeting_record: {
    meeting_id: string;
    series_id: string;
    one_on_one_id: string;
    preparation_id: string | null;
  };
  working_hours: {
    person_id: string;
    days: Defaulted<number[]>;
    begins_at: Defaulted<string>;
    ends_at: Defaulted<string>;
  };
  reminder_choice: {
    person_id: string;
    kind: string;
    wanted: Defaulted<boolean>;
    days_before: Defaulted<number | null>;
  };
  calendar_choice: {
    person_id: string;
    names: Defaulted<boolean>;
    preparation_block: Defaulted<boolean>;
  };
  calendar_feed: { person_id: string; token_hash: Buffer; created_at: Time; read_at: Time | null };
  kpi: {
    id: string;
    name: string;
    unit: string;
    currency: string | null;
    direction: string;
    aggregation: string;
    decimals: Defaulted<number>;
    archived_at: Time | null;
    version: Defaulted<number>;
    created_at: Time;
    updated_at: Time;
  };
  reading: {
    person_id: string;
    kpi_id: string;
    day: string;
    value: string;
    source: string;
    recorded_at: Time;
  };
  target: {
    id: string;
    kpi_id: string;
    person_id: string | null;
    team_id: string | null;
    period: string;
    value: ColumnType<string, string | number, string | number>;
    valid_from: string;
    valid_to: string | null;
    set_by: string;
    set_at: Time;
    version: Defaulted<number>;
  };
  target_change: {
    id: string;
    target_id: string;
    kpi_id: string;
    person_id: string | null;
    team_id: string | null;
    period: string;
    what: string;
    value: string;
    valid_from: string;
    valid_to: string | null;
    by_id: string;
    at: Time;
  };
  target_hit: { target_id: string; person_id: string; starts_on: string; hit_at: Time };
  target_check: { person_id: string; kpi_id: string; asked_at: Time };
  service_account: {
    id: string;
    name: string;
    created_by: string;
    created_at: Time;
    closed_at: Time | null;
  };
  access_token: {
    id: string;
    person_id: string | null;
    service_account_id: string | null;
    name: string;
    scope: string;
    token_hash: Buffer;
    created_by: string;
    created_at: Time;
    last_used_at: Time | null;
    revoked_at: Time | null;
  };
}
