-- What is kept out can also rest on the list that has it (`unlisted`): an order that was a draft when it was last seen,
-- or in another status that does not count, and that no list has any more, is asked for by its id. Some may have been
-- shipped long ago without anybody asking: the first night finds them.
insert into rests_on (customer, kind, remote_id, on_kind, on_id, occasion)
select customer, kind, remote_id, kind, remote_id, 'unlisted' from link
where kind = 'sellOrders' and standing = 'filter' and optiply_id is null and reason in ('concept', 'status')
on conflict (customer, kind, remote_id, on_kind, on_id, occasion) do nothing;

-- An order that was in Optiply when `history-from` was set to a later day stayed as it was then. It is read once more.
insert into reread (customer, kind, remote_id, asked_run)
select customer, kind, remote_id, 0 from link
where kind in ('buyOrders', 'sellOrders') and standing = 'filter' and reason = 'before_history'
  and optiply_id is not null
on conflict (customer, kind, remote_id) do nothing;
