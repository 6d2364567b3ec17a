-- Live: what the two of a series both see of it is called out in ids when it commits. What one of them keeps to themself
-- (a private point, a note on a point, an update that is not sent, a draft) is called out to nobody, not even to its
-- author: that it is there would show by it.

create function app.call_out_series(series uuid, what text) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform pg_notify('duologue_live', 'series ' || series || ' ' || what);
end
$$;

create function app.call_out_of_series() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
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
$$;
create trigger series_live after update on series for each row
  when ((old.version, old.ended_at) is distinct from (new.version, new.ended_at))
  execute function app.call_out_of_series();
create trigger meeting_live after insert or update or delete on meeting
  for each row execute function app.call_out_of_series();
create trigger agenda_live after update on agenda for each row
  when (old.* is distinct from new.*) execute function app.call_out_of_series();
create trigger preparation_live_insert after insert on preparation for each row
  when (new.sent_at is not null) execute function app.call_out_of_series();
create trigger preparation_live after update on preparation for each row
  when (old.sent_at is not null or new.sent_at is not null) execute function app.call_out_of_series();

-- Shared points alone. Of a new order only what the shared ones on the agenda have among themselves: where a private one
-- stands between them, and what makes room for it, changes nothing that the other sees.
create function app.call_out_points() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
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
$$;
create trigger talking_point_live_insert after insert on talking_point
  referencing new table as after_it for each statement execute function app.call_out_points();
create trigger talking_point_live_update after update on talking_point
  referencing old table as before_it new table as after_it for each statement execute function app.call_out_points();
create trigger talking_point_live_delete after delete on talking_point
  referencing old table as before_it for each statement execute function app.call_out_points();

-- What the pair's home shows of their records and of what they promised: nothing of a draft.
create function app.call_out_pair(manager uuid, employee uuid, what text) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  open_series uuid;
begin
  select s.id into open_series
    from public.series s where s.manager_id = manager and s.employee_id = employee and s.ended_at is null;
  if open_series is not null then
    perform app.call_out_series(open_series, what);
  end if;
end
$$;

create function app.call_out_record() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
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
$$;
create trigger one_on_one_live_for_pair after update on one_on_one for each row
  when (new.state <> 'draft' and (old.state, old.title, old.held_on) is distinct from (new.state, new.title, new.held_on))
  execute function app.call_out_record();
create trigger one_on_one_live_for_pair_gone after delete on one_on_one for each row
  when (old.state <> 'draft') execute function app.call_out_record();
create trigger action_item_live_for_pair after insert or update or delete on action_item
  for each row execute function app.call_out_record();
