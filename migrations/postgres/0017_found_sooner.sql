-- A customer's contacts at one number that is not the customer's: in a long list of a customer they may be few.
create index list_contact_customer_number on conversations (contact_customer_id, number_id, status, last_activity_at, id) where contact_customer_id is not null and (number_customer_id is null or number_customer_id <> contact_customer_id);

-- The planner takes each word that is asked for as a way of its own into the index, and would rather read the whole table
-- where many conversations are named. What rows are compared with stands in the name of the operator's own function, so
-- that the index is not asked for it; the sum keeps the planner from walking along the places.
create function searchable_at_once(asked text, others text, before bigint, most bigint) returns setof bigint
language sql stable rows 100 set enable_seqscan = off set max_parallel_workers_per_gather = 0 as $$
    select place from searchable
     where words @@ cast(asked as tsquery) and (others = '' or ts_match_vq(words, cast(others as tsquery))) and place + 0 < before
     order by place + 0 desc limit most
$$;
