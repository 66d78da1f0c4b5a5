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
  and reason in ('concept', 'no_supplier', 'no_lines', 'inactive', 'unlimited_stock', 'assembled', 'unknown_product',
    'no_purchase_order')
on conflict (customer, kind, remote_id) do nothing;

-- A delivery that is in Optiply rests on the lines of its order where its receipt does not say which of them it means.
-- The state does not keep what a receipt says: so it is noted of all, and the first that is read again says it itself.
-- The id of the order's line stands first in what Optiply acknowledged; ltrim leaves what comes after its digits.
insert into rests_on (customer, kind, remote_id, on_kind, on_id, occasion)
select d.customer, 'receiptLines', d.remote_id, 'buyOrders', line.parent, 'lines_changed'
from (
  select customer, remote_id, substr(attributes, 19) as tail from link
  where kind = 'receiptLines' and optiply_id is not null and attributes like '{"buyOrderLineId":%'
) d
join link line on line.customer = d.customer and line.kind = 'buyOrderLines' and line.parent is not null
  and cast(line.optiply_id as text)
    = substr(d.tail, 1, length(d.tail) - length(ltrim(d.tail, '0123456789')));

-- From here on the action of a held record can also be `delete_vanished`: Picqer was asked for it by its number, and
-- does not have it.
