-- A customer's contacts at one number that is not the customer's: in a long list of a customer they may be few.
create index list_contact_customer_number on conversations (contact_customer_id, number_id, status, last_activity_at, id) where contact_customer_id is not null and (number_customer_id is null or number_customer_id <> contact_customer_id);
