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
