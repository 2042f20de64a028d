-- What the server keeps so that it need not count or guess.

-- Counted as messages come: webhooks name it with each status, and must not read a whole conversation for it.
alter table conversations add column messages_count bigint not null default 0;
update conversations set messages_count = (select count(*) from messages m where m.conversation_id = conversations.id);

-- Headers of webhooks, sealed (server/src/access/seal.rs). Those in `headers` are from before; the server seals them
-- when it starts.
alter table webhooks add column sealed_headers bytea;

-- Files in the storage that no row of `media` names: on their way in, or to be deleted (`going`). Without it, what is
-- left by a crash between the file's last byte and its row could not be told from what others put there.
create table loose_files (
    key text primary key,
    since bigint not null,
    going boolean not null
);
create index loose_files_since on loose_files (since);

-- A note that was deleted stays as an empty one for a while, so that a request that comes late does not write it again.
alter table notes add column deleted_at bigint;
create index notes_deleted on notes (deleted_at) where deleted_at is not null;
