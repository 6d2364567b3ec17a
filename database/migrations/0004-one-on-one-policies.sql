-- The second lock: who may reach which row, whatever the application asks for. It is the net and not the
-- index: every list says in its own WHERE what is mine. So a policy asks who the viewer is once, where it can.

alter table one_on_one enable row level security;
alter table section enable row level security;
alter table section_guidance enable row level security;
alter table item enable row level security;
alter table approval_request enable row level security;
alter table approval enable row level security;
alter table one_on_one_event enable row level security;
alter table revision_request enable row level security;
alter table tombstone enable row level security;

create policy one_on_one_read on one_on_one for select to duologue_web
  using ((select app.viewer_id()) = any (case state when 'draft' then array[manager_id] else array[manager_id, employee_id] end));
create policy one_on_one_add on one_on_one for insert to duologue_web
  with check (manager_id = (select app.viewer_id()) and state = 'draft' and app.manages(manager_id, employee_id));
create policy one_on_one_change_by_manager on one_on_one for update to duologue_web
  using (manager_id = (select app.viewer_id()) and app.manages(manager_id, employee_id));
create policy one_on_one_change_by_employee on one_on_one for update to duologue_web
  using (employee_id = (select app.viewer_id()) and state = 'pending_approval')
  with check (employee_id = (select app.viewer_id()) and state in ('active', 'approved'));
create policy one_on_one_remove on one_on_one for delete to duologue_web
  using (manager_id = (select app.viewer_id())
         and (state = 'draft' or (state = 'active' and app.manages(manager_id, employee_id))));

-- Children are seen with their parent (whose own policy answers), written by its manager.
create policy section_read on section for select to duologue_web
  using ((select true from one_on_one o where o.id = one_on_one_id));
create policy item_read on item for select to duologue_web
  using ((select true from one_on_one o where o.id = one_on_one_id));
create policy section_guidance_read on section_guidance for select to duologue_web
  using ((select o.manager_id = (select app.viewer_id()) from one_on_one o where o.id = one_on_one_id));

create function app.may_write_content(one_on_one uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (
    select from public.one_on_one o
     where o.id = one_on_one and o.manager_id = app.viewer_id() and o.state in ('draft', 'active')
       and app.manages(o.manager_id, o.employee_id))
$$;
create policy section_add on section for insert to duologue_web with check (app.may_write_content(one_on_one_id));
create policy section_change on section for update to duologue_web using (app.may_write_content(one_on_one_id));
create policy section_remove on section for delete to duologue_web using (app.may_write_content(one_on_one_id));
create policy section_guidance_add on section_guidance for insert to duologue_web
  with check (app.may_write_content(one_on_one_id));
create policy item_add on item for insert to duologue_web with check (app.may_write_content(one_on_one_id));
create policy item_change on item for update to duologue_web using (app.may_write_content(one_on_one_id));
create policy item_remove on item for delete to duologue_web using (app.may_write_content(one_on_one_id));

create policy approval_request_read on approval_request for select to duologue_web
  using ((select true from one_on_one o where o.id = one_on_one_id));
create policy approval_request_add on approval_request for insert to duologue_web
  with check (by_id = (select app.viewer_id()) and app.may_write_content(one_on_one_id));

create policy approval_read on approval for select to duologue_web
  using ((select true from one_on_one o where o.id = one_on_one_id));
create policy approval_add on approval for insert to duologue_web
  with check (by_id = (select app.viewer_id())
              and (select o.employee_id = by_id and o.state = 'pending_approval' and o.version = approval.version
                     from one_on_one o where o.id = one_on_one_id));

create policy one_on_one_event_read on one_on_one_event for select to duologue_web
  using ((select not before_sharing or o.manager_id = (select app.viewer_id())
            from one_on_one o where o.id = one_on_one_id));
create policy one_on_one_event_add on one_on_one_event for insert to duologue_web
  with check (by_id = (select app.viewer_id()) and (
    select case when o.manager_id = by_id then kind not in ('revision_requested', 'approved') and o.state <> 'approved'
                else kind in ('revision_requested', 'approved') end
      from one_on_one o where o.id = one_on_one_id));

create policy revision_request_read on revision_request for select to duologue_web
  using ((select (select app.viewer_id()) in (o.manager_id, o.employee_id) from one_on_one o where o.id = one_on_one_id));
create policy revision_request_add on revision_request for insert to duologue_web
  with check ((select o.employee_id = (select app.viewer_id()) from one_on_one o where o.id = one_on_one_id));
