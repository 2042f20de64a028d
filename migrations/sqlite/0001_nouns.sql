-- The nouns of Oriel. The two folders hold the same tables in the same order;
-- they differ in the types of ids (blob / uuid), bytes (blob / bytea) and documents (text / jsonb).
-- Times are milliseconds since 1970 in UTC, set by the application.

create table projects (
    id blob primary key,
    name text not null,
    -- The number of the newest event. Taking the next one locks the row,
    -- so that events become visible in the order of their numbers.
    event_seq bigint not null default 0,
    ends_after_ms bigint not null default 86400000,
    created_at bigint not null
);

create table users (
    id blob primary key,
    email text not null unique,
    name text not null,
    password_hash text not null,
    created_at bigint not null
);

create table memberships (
    id integer primary key,
    project_id blob not null references projects (id),
    user_id blob not null references users (id),
    role text not null check (role in ('owner', 'member')),
    created_at bigint not null,
    unique (project_id, user_id)
);

create table api_keys (
    id blob primary key,
    project_id blob not null references projects (id),
    name text not null,
    key_hash blob not null unique,
    prefix text not null,
    created_at bigint not null,
    last_used_at bigint,
    revoked_at bigint
);

create table customers (
    id blob primary key,
    project_id blob not null references projects (id),
    name text not null,
    external_customer_id text,
    created_at bigint not null,
    updated_at bigint not null
);
create index customers_by_project on customers (project_id, created_at, id);

create table numbers (
    id blob primary key,
    project_id blob not null references projects (id),
    customer_id blob references customers (id),
    -- Meta's id: one number belongs to one project.
    phone_number_id text not null unique,
    business_account_id text not null,
    display_phone_number text not null,
    name text not null,
    -- Sealed with the secret key; see server/src/access/seal.rs.
    access_token blob not null,
    app_secret blob not null,
    -- Which app signs this number's webhooks, without the secret itself.
    app_fingerprint blob not null,
    verify_token_hash blob not null,
    created_at bigint not null,
    updated_at bigint not null
);
create index numbers_by_project on numbers (project_id, created_at, id);
create index numbers_by_customer on numbers (customer_id) where customer_id is not null;

create table contacts (
    id blob primary key,
    project_id blob not null references projects (id),
    customer_id blob references customers (id),
    display_name text,
    profile_name text,
    username text,
    phone text,
    user_id text,
    is_group boolean not null default false,
    -- Lower-case names and bare digits, for the search of the list.
    search_text text not null,
    metadata text,
    created_at bigint not null,
    updated_at bigint not null
);
create index contacts_by_project on contacts (project_id, id);
create index contacts_by_customer on contacts (customer_id) where customer_id is not null;

-- A contact's phone, business-scoped user id, parent id, or the id of a group.
create table identities (
    project_id blob not null references projects (id),
    kind text not null check (kind in ('phone', 'user_id', 'parent_user_id', 'group')),
    value text not null,
    contact_id blob not null references contacts (id),
    created_at bigint not null,
    primary key (project_id, kind, value)
);
create index identities_by_contact on identities (contact_id);

create table conversations (
    id blob primary key,
    project_id blob not null references projects (id),
    number_id blob not null references numbers (id),
    contact_id blob not null references contacts (id),
    status text not null check (status in ('active', 'ended')),
    -- Copies that lists filter by, kept by the transactions that change their source.
    number_customer_id blob,
    contact_customer_id blob,
    assignee_id blob,
    execution_status text,
    handoff boolean not null default false,
    unread_count bigint not null default 0,
    last_activity_at bigint not null,
    last_inbound_at bigint,
    -- When we last stored a message, by our clock: an idle conversation ends by this.
    touched_at bigint not null,
    preview_direction text,
    preview_kind text,
    preview_text text,
    preview_delivery text,
    preview_message_id blob,
    created_at bigint not null,
    ended_at bigint
);
-- One conversation of a number and a contact is active at a time.
create unique index conversations_active on conversations (number_id, contact_id) where status = 'active';
create index conversations_by_pair on conversations (number_id, contact_id, created_at, id);
create index conversations_by_contact on conversations (contact_id);
create index conversations_idle on conversations (touched_at) where status = 'active';

-- Every scope has a range for each of the list's filters, in the list's order.
create index list_project on conversations (project_id, status, last_activity_at, id);
create index list_project_unread on conversations (project_id, status, last_activity_at, id) where unread_count > 0;
create index list_project_handoff on conversations (project_id, status, last_activity_at, id) where handoff;
create index list_number on conversations (number_id, status, last_activity_at, id);
create index list_number_unread on conversations (number_id, status, last_activity_at, id) where unread_count > 0;
create index list_number_handoff on conversations (number_id, status, last_activity_at, id) where handoff;
create index list_number_customer on conversations (number_customer_id, status, last_activity_at, id) where number_customer_id is not null;
create index list_number_customer_unread on conversations (number_customer_id, status, last_activity_at, id) where number_customer_id is not null and unread_count > 0;
create index list_number_customer_handoff on conversations (number_customer_id, status, last_activity_at, id) where number_customer_id is not null and handoff;
-- Contacts of a customer at numbers that are not the customer's: the rest stand under the number's customer.
create index list_contact_customer on conversations (contact_customer_id, status, last_activity_at, id) where contact_customer_id is not null and (number_customer_id is null or number_customer_id <> contact_customer_id);
create index list_contact_customer_unread on conversations (contact_customer_id, status, last_activity_at, id) where contact_customer_id is not null and (number_customer_id is null or number_customer_id <> contact_customer_id) and unread_count > 0;
create index list_contact_customer_handoff on conversations (contact_customer_id, status, last_activity_at, id) where contact_customer_id is not null and (number_customer_id is null or number_customer_id <> contact_customer_id) and handoff;
create index list_assignee on conversations (assignee_id, status, last_activity_at, id) where assignee_id is not null;
create index list_assignee_unread on conversations (assignee_id, status, last_activity_at, id) where assignee_id is not null and unread_count > 0;
create index list_assignee_handoff on conversations (assignee_id, status, last_activity_at, id) where assignee_id is not null and handoff;

create table assignments (
    id blob primary key,
    project_id blob not null references projects (id),
    conversation_id blob not null references conversations (id),
    user_id blob not null references users (id),
    created_by_user_id blob references users (id),
    notes text,
    active boolean not null,
    created_at bigint not null,
    ended_at bigint
);
create unique index assignments_active on assignments (conversation_id) where active;
create index assignments_by_conversation on assignments (conversation_id, created_at, id);

create table messages (
    id blob primary key,
    project_id blob not null references projects (id),
    conversation_id blob not null references conversations (id),
    number_id blob not null references numbers (id),
    direction text not null check (direction in ('inbound', 'outbound')),
    kind text not null,
    body text not null,
    -- WhatsApp's node of this message as it came, for what the body does not say.
    payload text,
    wamid text,
    at bigint not null,
    received_at bigint not null,
    sender text not null,
    sender_id blob,
    author text,
    reply_to_wamid text,
    delivery text,
    accepted_at bigint,
    sent_at bigint,
    delivered_at bigint,
    read_at bigint,
    played_at bigint,
    failed_at bigint,
    error_code bigint,
    error_title text,
    error_details text
);
create unique index messages_wamid on messages (number_id, wamid) where wamid is not null;
create index messages_by_conversation on messages (conversation_id, at, id);

create table media (
    id blob primary key,
    project_id blob not null references projects (id),
    message_id blob not null references messages (id),
    whatsapp_media_id text,
    state text not null,
    mime_type text,
    file_name text,
    byte_size bigint,
    sha256 blob,
    storage_key text,
    created_at bigint not null
);
create index media_by_message on media (message_id);

create table workflows (
    id blob primary key,
    project_id blob not null references projects (id),
    number_id blob references numbers (id),
    name text not null,
    status text not null,
    starts_by_itself boolean not null default false,
    created_at bigint not null,
    updated_at bigint not null
);
create index workflows_by_project on workflows (project_id, created_at, id);

create table executions (
    id blob primary key,
    project_id blob not null references projects (id),
    workflow_id blob not null references workflows (id),
    conversation_id blob not null references conversations (id),
    status text not null check (status in ('running', 'waiting', 'handoff', 'ended', 'failed')),
    error text,
    tracking_id text,
    started_at bigint not null,
    last_event_at bigint not null,
    ended_at bigint
);
create index executions_by_conversation on executions (conversation_id, started_at, id);
create index executions_by_workflow on executions (workflow_id, started_at, id);

create table notes (
    id blob primary key,
    project_id blob not null references projects (id),
    contact_id blob not null references contacts (id),
    author_id blob not null references users (id),
    body text not null,
    created_at bigint not null,
    updated_at bigint not null
);
create index notes_by_contact on notes (contact_id, created_at, id);

create table embeds (
    id blob primary key,
    project_id blob not null references projects (id),
    name text,
    scope_type text not null check (scope_type in ('project', 'phone_number', 'customer')),
    number_id blob references numbers (id),
    customer_id blob references customers (id),
    assigned_user_id blob references users (id),
    token_hash blob not null unique,
    token_prefix text not null,
    -- After a rotation the old token stays good for a while.
    old_token_hash blob unique,
    old_token_until bigint,
    allowed_origins text not null,
    default_mode text not null,
    language text not null,
    expires_at bigint,
    revoked_at bigint,
    last_used_at bigint,
    created_at bigint not null,
    updated_at bigint not null
);
create index embeds_by_project on embeds (project_id, created_at, id);

-- Webhook bodies as they came, kept before they are answered.
create table raw_webhooks (
    id blob primary key,
    body_hash blob not null unique,
    app_fingerprint blob not null,
    body blob not null,
    state text not null check (state in ('pending', 'applied', 'dead')),
    attempts bigint not null default 0,
    not_before bigint not null default 0,
    error text,
    received_at bigint not null
);
create index raw_webhooks_pending on raw_webhooks (id) where state = 'pending';
create index raw_webhooks_old on raw_webhooks (received_at);

-- What must still be said to WhatsApp. A row leaves when its message's fate is known.
create table outbox (
    message_id blob primary key references messages (id),
    project_id blob not null references projects (id),
    number_id blob not null references numbers (id),
    contact_id blob not null references contacts (id),
    state text not null check (state in ('queued', 'sending', 'unsure')),
    attempts bigint not null default 0,
    due_at bigint not null,
    created_at bigint not null
);
create index outbox_due on outbox (state, due_at);
create index outbox_lane on outbox (number_id, contact_id, created_at, message_id);

-- Statuses that came before we knew their message.
create table early_statuses (
    number_id blob not null references numbers (id),
    wamid text not null,
    status text not null,
    at bigint not null,
    error_code bigint,
    error_title text,
    error_details text,
    received_at bigint not null,
    primary key (number_id, wamid, status)
);

-- The project's log. An event says which entity changed; its present state is read when it is told.
create table events (
    project_id blob not null references projects (id),
    seq bigint not null,
    kind text not null,
    conversation_id blob,
    message_id blob,
    -- Who stops seeing the conversation by this event.
    former_assignee_id blob,
    at bigint not null,
    primary key (project_id, seq)
);
create index events_old on events (at);
