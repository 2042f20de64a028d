-- A list is read along its own index: whom a search means is told from the conversation's row, without its contact's.
alter table conversations add column contact_search_text text not null default '';
update conversations set contact_search_text = (select search_text from contacts where id = contact_id);
