-- The dashboard: who is signed in, who may join, who did what; and what a deletion leaves behind.

create table sessions (
    id blob primary key,
    -- SHA-256 of what the cookie holds.
    hash blob not null unique,
    user_id blob references users (id),
    client text not null,
    address text not null,
    data text not null,
    created_at bigint not null,
    seen_at bigint not null,
    expires_at bigint not null
);
create index sessions_by_user on sessions (user_id);
create index sessions_old on sessions (expires_at);

create table invitations (
    id blob primary key,
    project_id blob not null references projects (id),
    email text not null,
    role text not null check (role in ('owner', 'member')),
    token_hash blob not null unique,
    created_by_user_id blob not null references users (id),
    created_at bigint not null,
    expires_at bigint not null,
    -- A second invitation of the same address takes the place of the first.
    unique (project_id, email)
);

create table activities (
    id blob primary key,
    project_id blob not null references projects (id),
    at bigint not null,
    actor_kind text not null check (actor_kind in ('user', 'api_key')),
    actor_id blob not null,
    -- Names as they were then: what is told here does not change.
    actor_name text not null,
    deed text not null,
    target_id blob,
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
