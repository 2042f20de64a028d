-- The search of contacts, by pairs and triples of the letters of their names and phones.

create table searchable_contacts (
    place integer primary key,
    contact_id blob not null unique references contacts (id)
);

-- Its rowid is `searchable_contacts.place`.
create virtual table searchable_contacts_letters using fts5 (
    letters, content = '', contentless_delete = 1, detail = none, tokenize = "ascii tokenchars '_'"
);
