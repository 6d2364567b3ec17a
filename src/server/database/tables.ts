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
  };
  person_address: { person_id: string; email: string };
  team: { id: string; name: string; created_at: Time };
  team_member: { team_id: string; person_id: string };
  team_manager: { team_id: string; person_id: string };
  credential: { person_id: string; password_hash: string; changed_at: Time };
  session: {
    id: string;
    person_id: string;
    token_hash: Buffer;
    device: Defaulted<string>;
    created_at: Time;
    last_seen_at: Time;
  };
  invitation: {
    id: string;
    person_id: string | null;
    created_at: Time;
    expires_at: Time;
    used_at: Time | null;
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
  };
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
  };
}
