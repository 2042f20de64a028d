-- A file can be uploaded for a conversation that is still to begin, by whoever may begin one. It gets its conversation
-- with its message.
alter table media alter column conversation_id drop not null;
