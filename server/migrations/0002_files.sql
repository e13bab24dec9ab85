-- What is filed beside the facts: answers, papers, names, claims. No state is rebuilt from it. Each personal row names the
-- day from which it may be purged; null is a row that someone has to decide on.

create table intake_file (
  intake_id text primary key,
  office text not null,
  service text not null,
  language text not null,
  rev integer not null,
  answers json not null,
  assessment json not null,
  evidence json not null,
  -- the last word of a clerk to whoever goes on with it
  note json,
  name text,
  -- the name as name-key.ts spells it, no accents and no case, and numbers that were told, such as a tag's
  words text,
  phone text,
  address_key text,
  purge_at timestamptz
);
create index intake_file_words on intake_file using gin (to_tsvector('simple', words)) where words is not null;
create index intake_file_phone on intake_file (phone) where phone is not null;
create index intake_file_address on intake_file (address_key) where address_key is not null;
create index intake_file_purge on intake_file using brin (purge_at);

create table correction (
  id bigint generated always as identity primary key,
  office text not null,
  intake_id text not null references intake_file on delete cascade,
  rev integer not null,
  at timestamptz not null,
  actor text not null,
  was json not null
);
create index correction_intake on correction (intake_id);

-- Whether someone swore or affirmed is theirs alone: it is here, with a purge date, and in no fact.
create table oath (
  intake_id text primary key references intake_file on delete cascade,
  office text not null,
  at timestamptz not null,
  actor text not null,
  manner text not null check (manner in ('swear', 'affirm'))
);

create table issuance (
  id text primary key,
  office text not null,
  service text not null,
  intake_id text,
  kind text not null check (kind in ('permit', 'tag', 'pass', 'none')),
  number text not null,
  subject text not null,
  valid_from date not null,
  valid_until date not null,
  issued_at timestamptz not null,
  state text not null check (state in ('valid', 'canceled')),
  data json not null,
  check (valid_from <= valid_until)
);
create index issuance_subject on issuance (subject, service);
create index issuance_number on issuance (number);
create index issuance_intake on issuance (intake_id);
-- a permit's number is the city's own: no two valid permits of a service share one
create unique index issuance_permit on issuance (office, service, number)
  where kind = 'permit' and state = 'valid';

-- A cap, across offices. Deferred: what one command gives back and takes again is one change.
create table claim (
  scope text not null,
  subject text not null,
  slot integer not null check (slot >= 0),
  intake_id text not null,
  office text not null,
  constraint claim_slot primary key (scope, subject, slot) deferrable initially deferred
);
create index claim_intake on claim (intake_id);

-- What the city keeps of a thing, whichever office wrote it: imported, or left by an issuance.
create table city_record (
  service text not null,
  key text not null,
  data json not null,
  primary key (service, key)
);
create index city_record_key on city_record (key);
-- found by any word in it: a tag, a pet, an owner, a street
create index city_record_words on city_record using gin (to_tsvector('simple', data));

create table receipt_file (
  receipt_id text primary key,
  office text not null,
  payer text not null,
  tenders json not null,
  lines json not null,
  purge_at timestamptz
);

create table print_job (
  job_id text primary key,
  office text not null,
  printer_id text not null,
  copy integer not null,
  original_job_id text not null,
  -- the work of the job, as the agent gets it
  document json not null,
  expires_at timestamptz,
  purge_at timestamptz
);
create index print_job_original on print_job (original_job_id);
create index print_job_purge on print_job using brin (purge_at);
