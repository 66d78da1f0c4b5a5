-- Who made a record that Optiply had already: person, in Optiply's own screens, or program. Of what was listed before
-- this was noted, all counts as a program's, as it did then.
alter table candidate add column author text not null default 'program';

-- From here on an order on its way to Picqer can also be `sought`: looked for once since it was sent, and not there.
