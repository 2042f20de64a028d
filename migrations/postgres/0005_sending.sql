-- What sending needs to know: templates of business accounts, and what a draft said.

-- The templates of an account as WhatsApp listed them then. Zero: they have changed since.
create table template_lists (
    project_id uuid not null references projects (id),
    business_account_id text not null,
    synced_at bigint not null,
    primary key (project_id, business_account_id)
);

create table templates (
    project_id uuid not null references projects (id),
    business_account_id text not null,
    name text not null,
    language text not null,
    category text not null,
    status text not null,
    parameter_format text not null,
    -- WhatsApp's node of the template.
    node jsonb not null,
    primary key (project_id, business_account_id, name, language)
);

-- SHA-256 of the draft that a person sent: tells its retry from another message under the same id.
alter table messages add column draft_hash bytea;
-- Why WhatsApp takes nothing from this number at the moment.
alter table numbers add column trouble text;
