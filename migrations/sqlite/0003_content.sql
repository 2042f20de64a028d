-- What a message says may change, and messages may be about others.

-- Reactions, edits and deletions stay as messages of their own, so that each stands once and has its delivery.
-- As soon as the message they are about is known, they leave the thread and show on that message.
alter table messages add column about_id blob references messages (id);
alter table messages add column edited_at bigint;
alter table messages add column deleted_at bigint;
create index messages_about on messages (about_id) where about_id is not null;
-- Those that came before the message they are about wait for it.
create index messages_early on messages (number_id, reply_to_wamid)
    where about_id is null and kind in ('reaction', 'edit', 'revoke');
