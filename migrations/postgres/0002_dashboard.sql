-- The dashboard: who is signed in, who may join, who did what; and what a deletion leaves behind.

create table sessions (
    id uuid primary key,
    -- SHA-256 of what the cookie holds.
    hash bytea not null unique,
    user_id uuid references users (id),
    client text not null,
    address text not null,
    data jsonb not null,
    created_at bigint not null,
    seen_at bigint not null,
    expires_at bigint not null
);
create index sessions_by_user on sessions (user_id);
create index sessions_old on sessions (expires_at);

create table invitations (
    id uuid primary key,
    project_id uuid not null references projects (id),
    email text not null,
    role text not null check (role in ('owner', 'member')),
    token_hash bytea not null unique,
    created_by_user_id uuid not null references users (id),
    created_at bigint not null,
    expires_at bigint not null,
    -- A second invitation of the same address takes the place of the first.
    unique (project_id, email)
);

create table activities (
    id uuid primary key,
    project_id uuid not null references projects (id),
    at bigint not null,
    actor_kind text not null check (actor_kind in ('user', 'api_key')),
    actor_id uuid not null,
    -- Names as they were then: what is told here does not change.
    actor_name text not null,
    deed text not null,
    target_id uuid,
    target text not null,
    details text
);
create index activities_by_project on activities (project_id, at, id);

create index memberships_by_user on memberships (user_id);
create index api_keys_by_project on api_keys (project_id, created_at, id);

-- Deleted rows stay, because conversations, messages and the log point at them.
alter table customers add column deleted_at bigint;
alter table numbers add column deleted_at bigint;
create unique index customers_by_external_id on customers (project_id, external_customer_id)
    where external_customer_id is not null and deleted_at is null;
