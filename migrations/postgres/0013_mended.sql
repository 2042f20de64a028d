-- What the server keeps so that it need not count or guess.

-- Counted as messages come: webhooks name it with each status, and must not read a whole conversation for it.
alter table conversations add column messages_count bigint not null default 0;
update conversations set messages_count = (select count(*) from messages m where m.conversation_id = conversations.id);

-- Headers of webhooks, sealed (server/src/access/seal.rs). Those in `headers` are from before; the server seals them
-- when it starts.
alter table webhooks add column sealed_headers bytea;

-- A note that was deleted stays as an empty one for a while, so that a request that comes late does not write it again.
alter table notes add column deleted_at bigint;
create index notes_deleted on notes (deleted_at) where deleted_at is not null;
