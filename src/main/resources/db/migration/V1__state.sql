-- One schema for SQLite and PostgreSQL. Moments are ISO-8601 text in UTC with milliseconds, so that they sort;
-- attributes are JSON text; nothing here holds a secret or personal data. Lists are paged by remote_id in the order of
-- the database's own collation: any order that stays the same will do.

-- One row for every source record ever seen, filtered and parked ones too.
create table link (
  customer      text   not null,
  kind          text   not null,
  remote_id     text   not null,
  parent        text,                        -- the remote id of the record it is read with: of a line, its order
  label         text   not null,             -- what a person calls it: the sku of a product
  optiply_id    bigint,                      -- null: not in Optiply
  optiply_uuid  text,
  attributes    text,                        -- as Optiply last acknowledged them; null: never acknowledged
  standing      text   not null,             -- send, filter, park or gone
  reason        text,                        -- why it was filtered or parked
  adjustments   text,                        -- JSON array: values changed on the way, by rule; null: none
  seen_run      bigint not null,             -- the run that last saw it in Picqer; 0: it travelled with its parent
  seen_leg      text   not null,             -- and the list of that run: active or inactive
  primary key (customer, kind, remote_id)
);
-- An Optiply record belongs to one source record at most; as it holds linked rows only, a count reads nothing else.
create unique index link_by_optiply_id on link (customer, kind, optiply_id) where optiply_id is not null;
create index link_by_label on link (customer, label);
create index link_by_parent on link (customer, kind, parent) where parent is not null;

-- How a source record looked when all that belongs to it was last seen through: what looks the same is passed by.
create table mark (
  customer      text   not null,
  kind          text   not null,
  remote_id     text   not null,
  value         text   not null,
  primary key (customer, kind, remote_id)
);

-- Which run last found a record in a listing of all that Optiply has: what has no row of that run is missing there.
create table listed (
  customer      text   not null,
  kind          text   not null,
  remote_id     text   not null,
  run           bigint not null,
  primary key (customer, kind, remote_id)
);

-- What the command `compare` found last, for the process that asked to tell.
create table difference (
  customer      text   not null,
  run           bigint not null,
  kind          text   not null,
  remote_id     text   not null,
  label         text   not null,
  optiply_id    bigint,                      -- null: missing in Optiply
  sort          text   not null,             -- differs, missing or unknown
  attribute     text   not null,             -- empty: the whole record
  held          text   not null,             -- JSON, as Optiply has it
  wanted        text   not null              -- JSON, as it should be
);
create index difference_by_run on difference (customer, run);

-- Source records that their flow reads again although nothing changed in Picqer.
create table reread (
  customer      text   not null,
  kind          text   not null,
  remote_id     text   not null,
  asked_run     bigint not null,
  primary key (customer, kind, remote_id)
);

-- How far a flow has read a list of Picqer's, in Picqer's own words: the next run goes on from there.
create table watermark (
  customer      text   not null,
  list          text   not null,
  value         text   not null,
  run           bigint not null,
  primary key (customer, list)
);

create table run (
  id            bigint not null primary key,
  customer      text   not null,
  flow          text   not null,
  holder        text   not null,             -- the process that ran it
  started_at    text   not null,
  finished_at   text,
  outcome       text   not null,             -- running, complete, failed or interrupted
  counts        text,                        -- JSON: read, written, unchanged, filtered, parked, failed, requests
  problem       text                         -- one sentence, when it did not complete
);
create index run_by_flow on run (customer, flow, id);

-- Written ahead: what was about to be sent and has no stored answer yet.
create table intent (
  customer      text   not null,
  kind          text   not null,
  remote_id     text   not null,
  label         text   not null,
  action        text   not null,             -- create, patch or delete
  attributes    text   not null,             -- what was sent
  run           bigint not null,
  written_at    text   not null,
  primary key (customer, kind, remote_id)
);

-- Buy orders that were made in Optiply, on their way to Picqer and when they are there: written ahead, and kept, so
-- that none is ordered twice.
create table export (
  customer       text   not null,
  optiply_id     bigint not null,            -- the buy order
  purchase_order text,                       -- Picqer's id of it; null: whether it is there is not known
  state          text   not null,            -- planned, created, ordered or done
  draft          text   not null,            -- JSON, what was to be created; {} where somebody else had created it
  run            bigint not null,            -- the run that wrote this first
  since          text,                       -- in Picqer's own words: what we create is changed later than that
  primary key (customer, optiply_id)
);
create unique index export_by_purchase_order on export (customer, purchase_order) where purchase_order is not null;

-- The audit: every write that Optiply acknowledged, or Picqer; attributes of Picqer's products begin with `picqer.`.
create table change (
  run           bigint not null,
  at            text   not null,
  customer      text   not null,
  kind          text   not null,
  remote_id     text   not null,
  action        text   not null,
  optiply_id    bigint not null,
  before        text   not null,             -- JSON: the changed attributes as they were; {} for a create
  after         text   not null              -- JSON: the same attributes as they are now
);
create index change_by_record on change (customer, kind, remote_id, run);
create index change_by_run on change (run);
create index change_by_age on change (at);     -- for retention

create table quarantine (
  customer      text   not null,
  kind          text   not null,
  remote_id     text   not null,
  label         text   not null,
  reason        text   not null,
  detail        text   not null,             -- what was found
  advice        text   not null,             -- what a person can do about it
  awaits_kind   text,                        -- the record it waits for; null: for nothing in particular
  awaits_id     text,
  attempts      bigint not null,             -- how often it was tried for this cause
  first_at      text   not null,
  last_at       text   not null,
  last_run      bigint not null,
  next_at       text,                        -- tried again by then at the latest; null: by every run, or as awaited
  refused       text,                        -- a digest of what Optiply refused: anything else is tried at once
  primary key (customer, kind, remote_id)
);

-- What disables, deletes or empties: proposed while a run reads, then let through or held for a person. And orders that
-- are older than the export, which are always held.
create table hold (
  customer      text   not null,
  kind          text   not null,
  remote_id     text   not null,
  label         text   not null,
  action        text   not null,             -- disable, delete, delete_in_use, stock_zero or export
  attributes    text   not null,             -- JSON: all the attributes that the record should have
  standing      text   not null,             -- how the record stands once that is done
  reason        text,
  first_run     bigint not null,             -- the run that a person approves
  last_run      bigint not null,             -- the run that last proposed it
  state         text   not null,             -- proposed, held or approved
  primary key (customer, kind, remote_id)
);

-- What Optiply already had when the state was empty, read once; and once more when the state was put back from a copy.
create table adoption (
  customer      text   not null,
  kind          text   not null,
  completed_at  text,                        -- null: put back since; its links are to be held against a new listing
  primary key (customer, kind)
);
create table candidate (
  customer      text   not null,
  kind          text   not null,
  optiply_id    bigint not null,
  optiply_uuid  text,
  remote_id     text,                        -- by our coupling; null: it has none there
  natural_key   text   not null,
  parent        bigint,                      -- of a line: the order that it belongs to in Optiply
  attributes    text   not null,
  primary key (customer, kind, optiply_id)
);
create index candidate_by_remote_id on candidate (customer, kind, remote_id);
create index candidate_by_natural_key on candidate (customer, kind, natural_key);
create index candidate_by_parent on candidate (customer, kind, parent) where parent is not null;

-- One process speaks to an account at a time.
create table lease (
  customer      text   not null primary key,
  holder        text   not null,
  expires_at    text   not null
);

-- What a command asks of the process that holds the lease.
create table request (
  id            bigint not null primary key,
  customer      text   not null,
  flows         text   not null,             -- names with a blank between
  asked_at      text   not null,
  state         text   not null,             -- asked, taken or done
  runs          text                         -- ids with a blank between, as they begin
);
create index request_by_state on request (customer, state, id);

-- A list of preferred suppliers that somebody dropped as a file, and how far it has come.
create table dropped_file (
  id            bigint not null primary key,
  customer      text   not null,
  name          text   not null,             -- as it was dropped
  purpose       text   not null,             -- apply, force or preview
  state         text   not null,             -- claimed, staged, applied, answered or refused
  digest        text,                        -- SHA-256 of its content; null: not read yet
  claimed_at    text   not null,
  due_at        text   not null,             -- it is not tried before
  attempts      bigint not null,             -- runs that came to their end and left rows open
  row_count     bigint not null,
  settled_count bigint not null,             -- rows that have their outcome
  answer        text                         -- the name under which it is answered; null: not yet
);
create index dropped_file_by_state on dropped_file (customer, state, id);

-- Its rows, from when it is read until it is answered.
create table dropped_row (
  file          bigint not null,
  number        bigint not null,             -- the line or row that its owner sees
  sku           text   not null,
  supplier      text   not null,
  wanted        bigint,                      -- 1: to be preferred, 0: not to be; null: the row cannot be read
  outcome       text   not null,             -- open, under_way (written ahead), or what it came to
  reason        text,                        -- why it was rejected
  detail        text,
  primary key (file, number)
);
create index dropped_row_by_sku on dropped_row (file, sku, wanted, number);

-- The supplier products that Optiply has, as they were listed for one file.
create table dropped_pair (
  file          bigint not null,
  optiply_id    bigint not null,
  optiply_uuid  text,
  product_id    bigint not null,
  supplier_id   bigint not null,
  preferred     bigint not null,
  primary key (file, optiply_id)
);
create index dropped_pair_by_product on dropped_pair (file, product_id);

-- Pairs that a file took the preference from although Picqer names that supplier: the pull leaves it so.
create table withdrawn (
  customer      text   not null,
  product       text   not null,             -- idproduct
  remote_id     text   not null,
  primary key (customer, remote_id)
);
create index withdrawn_by_product on withdrawn (customer, product);

-- The last id given, by table.
create table counter (
  name          text   not null primary key,
  value         bigint not null
);
