-- Replies that a team keeps for use again.

create table saved_replies (
    id uuid primary key,
    project_id uuid not null references projects (id),
    shortcut text not null,
    -- In lower case by Unicode's rules, which not every database knows: no two differ in case alone.
    shortcut_key text not null,
    text text not null,
    created_at bigint not null,
    updated_at bigint not null
);
create unique index saved_replies_by_shortcut on saved_replies (project_id, shortcut_key);
