-- The language that a person has chosen; without one, their browser's counts.
alter table users add column language text;
