-- Records that one page of Picqer's shows together, in run after run, share the mark of who saw them last: a run that
-- finds the page as it was writes one row where it wrote one for each of a hundred records before.
create table sighting (
  id            bigint not null primary key,
  run           bigint not null              -- the run that last saw all of them
);

alter table link rename to link_row;
alter table link_row add column sighting bigint;
create index link_by_sighting on link_row (sighting) where sighting is not null;

-- What everybody reads. The column `seen_run` of the row holds where the record shares no sighting.
create view link as
select customer, kind, remote_id, parent, label, optiply_id, optiply_uuid, attributes, standing, reason, adjustments,
  coalesce((select run from sighting where sighting.id = link_row.sighting), seen_run) as seen_run, seen_leg, sighting
from link_row;
