-- The search of messages. Words are folded by us before they are stored, so that both databases find the same.

create table searchable (
    -- Grows with each message that comes; older ones that are taken up afterwards stand below.
    place integer primary key,
    message_id blob not null unique references messages (id),
    conversation_id blob not null,
    -- Where the message's own text does not say it.
    file_name text
);

-- The beginnings of all words of a text, and whose it is. Its rowid is `searchable.place`.
create virtual table searchable_words using fts5 (
    words, content = '', contentless_delete = 1, detail = none, tokenize = "ascii tokenchars '_'"
);

-- Messages from before there was a search, from this one downwards, are still to be taken up.
create table search_backlog (
    message_id blob primary key
);
insert into search_backlog (message_id) select id from messages order by id desc limit 1;
