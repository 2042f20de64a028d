-- The team's inbox filters by whose a conversation is. What is in somebody's hands has its ranges since the first
-- migration; what is in nobody's gets its own, in a project and at a number, in the list's order.

create index list_unassigned on conversations (project_id, status, last_activity_at, id) where assignee_id is null;
create index list_unassigned_unread on conversations (project_id, status, last_activity_at, id) where assignee_id is null and unread_count > 0;
create index list_unassigned_handoff on conversations (project_id, status, last_activity_at, id) where assignee_id is null and handoff;
create index list_number_unassigned on conversations (number_id, status, last_activity_at, id) where assignee_id is null;
create index list_number_unassigned_unread on conversations (number_id, status, last_activity_at, id) where assignee_id is null and unread_count > 0;
create index list_number_unassigned_handoff on conversations (number_id, status, last_activity_at, id) where assignee_id is null and handoff;
