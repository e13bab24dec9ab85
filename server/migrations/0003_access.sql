-- Who may come in: staff by session, devices by token. Secrets are kept as hashes only.

create table staff (
  id text primary key,
  office text not null references office,
  login text not null unique,
  name text not null,
  password_hash text not null,
  roles text[] not null check (roles <@ array['clerk', 'supervisor', 'oath', 'admin']),
  active boolean not null default true
);
create index staff_office on staff (office);

-- Wrong guesses in a row, by login (also one that nobody has, so that the answer is alike) and by address.
create table sign_in_guess (
  subject text primary key,
  guesses integer not null check (guesses > 0),
  locked_until timestamptz,
  last_at timestamptz not null
);

create table session (
  token_hash text primary key,
  staff text not null references staff on delete cascade,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_staff on session (staff);
create index session_expiry on session (expires_at);

create table device (
  id text primary key,
  office text not null references office,
  kind text not null check (kind in ('kiosk', 'display', 'agent')),
  name text not null,
  token_hash text not null unique,
  printer_id text,
  -- when any node last had it connected
  seen_at timestamptz,
  revoked_at timestamptz
);
create index device_office on device (office);

-- Tokens that were replaced or revoked: whoever shows one of them again is written down with the device that it was for.
create table ended_token (
  token_hash text primary key,
  device text not null references device on delete cascade,
  ended_at timestamptz not null
);

-- Refused intruders leave their trace here, never in the fact chain.
create table security_event (
  id bigint generated always as identity primary key,
  office text,
  at timestamptz not null default now(),
  kind text not null,
  source text,
  detail json not null default '{}'
);
create index security_event_at on security_event (at);

-- Keys that all nodes share, such as the one that signs the links of tickets.
create table server_key (
  name text primary key,
  key bytea not null
);
