-- Who may read it is part of the record: as its version already does, so does its date now tell that a reader came or
-- went, and lists show it among what changed last. By the time of whoever wrote it, never backwards.

create or replace function app.copy_participants() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
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
$$;
