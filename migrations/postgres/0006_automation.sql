-- What programs need: workflows with settings, executions that remember, and webhooks that are told.

-- Whether WhatsApp is told by itself that an automation has read a message.
alter table workflows add column inbound_message_read_mode text not null default 'disabled'
    check (inbound_message_read_mode in ('disabled', 'read_only', 'read_with_typing'));
create index workflows_by_themselves on workflows (project_id) where starts_by_itself and status = 'active';

alter table executions add column waiting_reason text;
alter table executions add column current_step text;
alter table executions add column variables jsonb;
alter table executions add column context jsonb;

-- What happened in an execution, step by step.
create table execution_steps (
    id uuid primary key,
    project_id uuid not null references projects (id),
    execution_id uuid not null references executions (id),
    at bigint not null,
    kind text not null,
    text text,
    payload jsonb
);
create index execution_steps_by_execution on execution_steps (execution_id, at, id);

-- Addresses that are told what happens: of the whole project, or of one number.
create table webhooks (
    id uuid primary key,
    project_id uuid not null references projects (id),
    number_id uuid references numbers (id),
    url text not null,
    -- The list of names as JSON.
    events jsonb not null,
    -- Sealed; see server/src/access/seal.rs.
    secret_key bytea not null,
    headers jsonb,
    inactivity_minutes bigint not null default 60,
    active boolean not null,
    -- Why it was paused by itself.
    paused text,
    -- It is told what happened from then on.
    since bigint not null,
    delivered bigint not null default 0,
    failed bigint not null default 0,
    -- Tries within a quarter of an hour, for the pause.
    span_began bigint not null default 0,
    span_tries bigint not null default 0,
    span_failures bigint not null default 0,
    created_at bigint not null,
    updated_at bigint not null
);
create index webhooks_by_project on webhooks (project_id, created_at, id);
create index webhooks_listening on webhooks (project_id) where active;

-- What a webhook is told. The id is also the idempotency key.
create table webhook_deliveries (
    id uuid primary key,
    project_id uuid not null references projects (id),
    webhook_id uuid not null references webhooks (id),
    event text not null,
    -- What is told of what: it is told once.
    about text not null,
    payload text not null,
    status text not null check (status in ('pending', 'delivered', 'failed')),
    attempts bigint not null default 0,
    answered bigint,
    error text,
    due_at bigint not null,
    finished_at bigint,
    created_at bigint not null
);
create unique index webhook_deliveries_once on webhook_deliveries (webhook_id, about);
create index webhook_deliveries_due on webhook_deliveries (webhook_id, due_at) where status = 'pending';
create index webhook_deliveries_by_project on webhook_deliveries (project_id, created_at, id);
create index webhook_deliveries_old on webhook_deliveries (created_at);
