-- An answer belongs to the question that was asked when it was sent, a discussion to whoever wrote it, and a meeting's
-- history to what happened.

alter table preparation add column asked jsonb not null default '[]';
comment on column preparation.asked is 'What was asked, word for word, when it was sent: an answer stands under no other question.';

create function app.answers_what_was_asked(asked jsonb, source uuid, kind text, prompt text, options jsonb) returns boolean
language sql immutable set search_path = pg_catalog as $$
  select exists (
    select from jsonb_array_elements(asked) as one
     where one ->> 'itemId' = source::text and one ->> 'kind' = kind and one ->> 'prompt' = prompt
       and coalesce(nullif(one -> 'options', 'null'), 'null') = coalesce(options, 'null'))
$$;

create or replace function app.guard_item_from_employee() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
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
$$;

-- Whoever writes what came of a point is named with it, also where the other had ticked it off.
create or replace function app.guard_discussion() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
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
$$;
drop trigger talking_point_discussion on talking_point;
create trigger talking_point_discussion before insert or update on talking_point
  for each row execute function app.guard_discussion();

create or replace function app.guard_talking_point() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
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
$$;

-- In nobody's name stands only what the rule had and nobody touched.
drop policy meeting_add on meeting;
create policy meeting_add on meeting for insert to duologue_web
  with check (app.may_arrange(series_id)
              and (changed_by = (select app.viewer_id())
                   or (changed_by is null and status = 'planned' and not is_extra and reason = '' and slot_at = starts_at)));

-- A pair that is none any more tells each other nothing.
drop policy notice_add on notice;
create policy notice_add on notice for insert to duologue_web
  with check (
    actor_id = (select app.viewer_id()) and sent_at is null and read_at is null
    and reset_id is null and address_change_id is null and recovery_id is null
    and case
          when kind like 'one-on-one.%' then
            invitation_id is null and series_id is null
            and (select notice.recipient_id in (o.manager_id, o.employee_id) or notice.recipient_id = any (o.participant_ids)
                   from one_on_one o where o.id = notice.one_on_one_id)
          when kind like 'series.%' or kind like 'meeting.%' or kind like 'calendar.%' then
            invitation_id is null and one_on_one_id is null and kind <> 'series.pair-ended' and app.may_arrange(series_id)
            and (select notice.recipient_id in (s.manager_id, s.employee_id) from series s where s.id = notice.series_id)
          when kind = 'person.invited' then
            one_on_one_id is null and series_id is null and invitation_id is not null
            and app.invitation_is_for(invitation_id, recipient_id)
          else false end);

-- A pair that is none any more meets no more, also before the night has written it down.
create or replace function app.feed_of(hash bytea)
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
         and case when s.ended_at is null then app.pair_stands(s.manager_id, s.employee_id)
                  else s.ended_at > now() - interval '90 days' end
    left join public.person other on other.id = case p.id when s.manager_id then s.employee_id else s.manager_id end
   where f.token_hash = hash
$$;
