-- How long an office keeps what tells of persons. Without a row here nothing of it is destroyed: California Government Code 34090
-- asks for two years at least, and then for a resolution of the council.
create table retention (
  office text primary key references office,
  resolution text not null check (resolution <> ''),
  intake_days integer not null check (intake_days >= 730),
  receipt_days integer not null check (receipt_days >= 730),
  set_at timestamptz not null default now()
);

-- What has been destroyed, and by whose word: counts, never whose it was.
create table destruction (
  id bigint generated always as identity primary key,
  office text not null,
  what text not null check (what in ('intake', 'issuance', 'receipt')),
  count integer not null check (count > 0),
  resolution text not null,
  at timestamptz not null default now()
);
