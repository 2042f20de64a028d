-- Files of messages. The row is also the job that fetches it. Nothing wrote into the first table of this name.

drop table media;

create table media (
    id blob primary key,
    project_id blob not null references projects (id),
    -- Whoever sees the conversation may have the file.
    conversation_id blob not null references conversations (id),
    -- None yet: it was uploaded and waits to be sent.
    message_id blob references messages (id),
    kind text not null,
    state text not null check (state in ('waiting', 'stored', 'expired', 'failed')),
    -- Meta's id: of what is to be fetched, or of what was uploaded there. It lives until then.
    whatsapp_media_id text,
    whatsapp_until bigint,
    -- What was said of it, and what its bytes are.
    told_type text,
    mime_type text,
    file_name text,
    byte_size bigint,
    sha256 blob,
    width bigint,
    height bigint,
    storage_key text,
    thumbnail_key text,
    attempts bigint not null default 0,
    due_at bigint not null,
    error text,
    created_at bigint not null
);
create unique index media_by_message on media (message_id) where message_id is not null;
create index media_waiting on media (due_at) where state = 'waiting';
create index media_unsent on media (created_at) where message_id is null;
create index media_by_conversation on media (conversation_id, created_at, id);
create index media_taken_back on media (id) where error = 'taken back' and storage_key is not null;
