-- What is found in Optiply after a crash belongs to the record that it was read with, as if its answer had been heard:
-- a later reading of that record, which lacks it, has to find that it was there.
alter table intent add column parent text;
