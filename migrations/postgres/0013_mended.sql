-- What the server keeps so that it need not guess.

-- A note that was deleted stays as an empty one for a while, so that a request that comes late does not write it again.
alter table notes add column deleted_at bigint;
create index notes_deleted on notes (deleted_at) where deleted_at is not null;
