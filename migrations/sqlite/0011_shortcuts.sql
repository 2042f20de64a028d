-- A host page may keep single keys from doing things in its frame.
alter table embeds add column keyboard_shortcuts boolean not null default true;
