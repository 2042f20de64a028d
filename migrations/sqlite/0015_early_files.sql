-- A file can be uploaded for a conversation that is still to begin, by whoever may begin one. It gets its conversation
-- with its message. SQLite changes a column only with its table.

create table media_anew (
    id blob primary key,
    project_id blob not null references projects (id),
    -- Whoever sees the conversation may have the file. None yet: it was uploaded for one that is still to begin.
    conversation_id blob references conversations (id),
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

insert into media_anew select id, project_id, conversation_id, message_id, kind, state, whatsapp_media_id, whatsapp_until,
    told_type, mime_type, file_name, byte_size, sha256, width, height, storage_key, thumbnail_key, attempts, due_at, error,
    created_at from media;
drop table media;
alter table media_anew rename to media;

create unique index media_by_message on media (message_id) where message_id is not null;
create index media_waiting on media (due_at) where state = 'waiting';
create index media_unsent on media (created_at) where message_id is null;
create index media_by_conversation on media (conversation_id, created_at, id);
create index media_taken_back on media (id) where error = 'taken back' and storage_key is not null;
