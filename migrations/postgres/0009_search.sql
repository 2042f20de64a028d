-- The search of messages. Words are folded by us before they are stored, so that both databases find the same.

create sequence searchable_place as bigint start with 1099511627776 minvalue 0;

create table searchable (
    -- Grows with each message that comes; older ones that are taken up afterwards stand below.
    place bigint primary key,
    message_id uuid not null unique references messages (id),
    conversation_id uuid not null,
    -- Where the message's own text does not say it.
    file_name text,
    -- The beginnings of all words of a text, whose it is, and in which block of places it stands.
    words tsvector not null
);
-- What a search reads besides, it reads each time: so it is kept short.
create index searchable_words on searchable using gin (words) with (gin_pending_list_limit = 256);
-- Nothing is planned by how often a word is used.
alter table searchable alter column words set statistics 0;

-- Messages from before there was a search, from this one downwards, are still to be taken up.
create table search_backlog (
    message_id uuid primary key
);
insert into search_backlog (message_id) select id from messages order by id desc limit 1;
