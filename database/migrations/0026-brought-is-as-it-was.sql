-- What a meeting brought into its record, kept a second time: a point is one that was on the agenda of the two, in its
-- author's words, a promise one that was made, and neither is reworded afterwards.

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
  if new.from_employee and not exists (
    select from public.one_on_one o
      join public.series s on s.manager_id = o.manager_id and s.employee_id = o.employee_id
      join public.preparation p on p.series_id = s.id and p.sent_at is not null and p.used_at is null
     where o.id = new.one_on_one_id
       and case when new.kind = 'update' then p.update = new.given
                else p.answers -> new.source_item_id::text = new.answer end) then
    raise exception 'the employee has sent nothing like it' using errcode = 'restrict_violation';
  end if;
  if new.given -> 'point' is not null and not exists (
    select from public.one_on_one o
      join public.series s on s.manager_id = o.manager_id and s.employee_id = o.employee_id
      join public.talking_point t on t.series_id = s.id
     where o.id = new.one_on_one_id
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
