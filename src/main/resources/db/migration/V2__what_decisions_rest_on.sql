-- What a decision about a source record rests on: another record, and what has to become of that one for this one to be
-- read and decided again. A line that is left out because a rule keeps its product out rests on that product.
create table rests_on (
  customer      text   not null,
  kind          text   not null,
  remote_id     text   not null,             -- the record that was decided about
  on_kind       text   not null,
  on_id         text   not null,             -- the record that it rests on
  occasion      text   not null,             -- linked: that one is in Optiply; lines_changed: it has other lines
  primary key (customer, kind, remote_id, on_kind, on_id, occasion)
);
create index rests_on_by_ground on rests_on (customer, on_kind, on_id);

-- A receipt that could not be read is parked among its lines, and belongs to itself: so it is read again by its id.
update link set parent = substr(remote_id, 9)
where kind = 'receiptLines' and parent is null and remote_id like 'receipt-%' and remote_id not like 'receipt-no-id-%';

-- What was left out before this was noted is read once more, and then says what it rests on.
insert into reread (customer, kind, remote_id, asked_run)
select distinct customer, 'buyOrders', parent, 0 from link
where kind = 'buyOrderLines' and standing = 'filter' and parent is not null
  and reason in ('inactive', 'unlimited_stock', 'assembled', 'unknown_product')
on conflict (customer, kind, remote_id) do nothing;

insert into reread (customer, kind, remote_id, asked_run)
select customer, kind, remote_id, 0 from link
where kind = 'buyOrders' and standing = 'filter' and reason = 'no_lines'
on conflict (customer, kind, remote_id) do nothing;

insert into reread (customer, kind, remote_id, asked_run)
select distinct customer, kind, parent, 0 from link
where kind = 'receiptLines' and standing = 'filter' and parent is not null
  and reason in ('concept', 'no_supplier', 'no_lines', 'inactive', 'unlimited_stock', 'assembled', 'unknown_product')
on conflict (customer, kind, remote_id) do nothing;
