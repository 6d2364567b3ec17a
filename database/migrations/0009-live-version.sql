-- With the record's version in the call, whoever has just written it need not ask for it again.
create or replace function app.call_out_one_on_one() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
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
$$;
