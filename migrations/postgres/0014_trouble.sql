-- What keeps a number from sending is told on the live line.
alter table events add column number_id uuid;

-- It was a sentence of WhatsApp's and is a word of ours now. Where it lasts, the next try finds it again.
update numbers set trouble = null;
