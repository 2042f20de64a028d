-- The search of contacts, by pairs and triples of the letters of their names and phones.

create table searchable_contacts (
    place bigint generated always as identity primary key,
    contact_id uuid not null unique references contacts (id),
    letters tsvector not null
);
create index searchable_contacts_letters on searchable_contacts using gin (letters) with (gin_pending_list_limit = 256);
-- Nothing is planned by how often a letter is used.
alter table searchable_contacts alter column letters set statistics 0;
