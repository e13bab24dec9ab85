-- Where somebody has signed in: guesses at their login from anywhere else keep them out there no more.
create table known_place (
  staff text not null references staff on delete cascade,
  network text not null,
  last_at timestamptz not null,
  primary key (staff, network)
);
create index known_place_age on known_place using brin (last_at);
