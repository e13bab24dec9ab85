-- An office's line: its head, its facts, the keys of its commands, and its live state as rows.
-- Every row here is made of facts, and the facts alone can make it again.

create table office (
  id text primary key,
  -- the newest format that has been written: a node that knows only older ones stores nothing
  format integer not null,
  seq bigint not null default 0 check (seq >= 0),
  hash text not null default '',
  -- raised by a node that lost its connection: what it had under way stands on the old one and is never stored
  fence bigint not null default 0,
  at timestamptz not null default to_timestamp(0),
  business_day text not null default '',
  receipt_counter integer not null default 0 check (receipt_counter >= 0),
  ticket_counters json not null default '{}',
  issuance_counters json not null default '{}'
) with (fillfactor = 20); -- one row, updated at each commit: room for its versions beside it

create table office_settings (
  office text primary key references office,
  city json not null,
  line_settings json not null,
  service_settings json not null
);

create table fact (
  office text not null,
  seq bigint not null check (seq > 0),
  v integer not null,
  at timestamptz not null,
  actor text not null,
  command_key text not null,
  kind text not null,
  -- json, not jsonb: the hash covers its very bytes
  body json not null,
  hash text not null,
  primary key (office, seq)
);

create table command_key (
  office text not null,
  actor text not null,
  key text not null,
  body_hash text not null,
  reply json not null,
  seq bigint not null,
  at timestamptz not null,
  primary key (office, actor, key)
);
create index command_key_at on command_key using brin (at);

-- `live` tells what the line still holds: a new business day drops what is finished.

create table visit (
  office text not null,
  id text not null,
  number text not null,
  business_day date not null,
  line text not null,
  channel text not null check (channel in ('kiosk', 'counter', 'phone', 'mail')),
  language text not null,
  state text not null
    check (state in ('waiting', 'called', 'serving', 'on-hold', 'completed', 'no-show', 'canceled')),
  since timestamptz not null,
  created_at timestamptz not null,
  place_at timestamptz not null,
  window_id text,
  clerk_id text,
  calls integer not null check (calls >= 0),
  served_ms bigint not null check (served_ms >= 0),
  due timestamptz,
  reason text,
  undo json,
  live boolean not null,
  primary key (office, id),
  -- a ticket's number is never given twice on one day
  constraint visit_number unique (office, business_day, number),
  constraint visit_has_window
    check (state not in ('called', 'serving') or (window_id is not null and clerk_id is not null)),
  -- one visit per window; deferred, for a window may pass from hand to hand within one statement
  constraint visit_window exclude using btree (office with =, window_id with =)
    where (state in ('called', 'serving')) deferrable initially deferred
);
create index visit_live on visit (office) where live;

create table intake (
  office text not null,
  id text not null,
  service text not null,
  channel text not null check (channel in ('kiosk', 'counter', 'phone', 'mail')),
  visit_id text,
  business_day date not null,
  state text not null check (
    state in
      ('submitted', 'in-review', 'needs-information', 'approved', 'paid', 'issued', 'denied', 'withdrawn')
  ),
  since timestamptz not null,
  reason text,
  rev integer not null check (rev > 0),
  marks json not null,
  owed_cents integer not null check (owed_cents >= 0),
  quoted_cents integer check (quoted_cents >= 0),
  blocked boolean not null,
  needs_declaration boolean not null,
  declaration_at timestamptz,
  needs_oath boolean not null,
  oath_at timestamptz,
  receipt_id text,
  issuance_id text,
  live boolean not null,
  primary key (office, id),
  -- nothing is handed over before it is paid in full, and the receipt of a $0 fee counts
  constraint intake_is_paid check (state not in ('paid', 'issued') or receipt_id is not null),
  constraint intake_is_issued check (state <> 'issued' or issuance_id is not null),
  constraint intake_has_declaration
    check (state <> 'approved' or not needs_declaration or declaration_at is not null),
  constraint intake_has_oath check (state <> 'approved' or not needs_oath or oath_at is not null)
);
create index intake_live on intake (office) where live;

create table service_window (
  office text not null,
  id text not null,
  label text not null,
  printer_id text,
  lines json,
  clerk_id text,
  live boolean not null,
  primary key (office, id),
  -- deferred: two windows may change their labels, two clerks their windows
  constraint window_label unique (office, label) deferrable initially deferred,
  constraint window_clerk unique (office, clerk_id) deferrable initially deferred
);

create table till (
  office text not null,
  id text not null,
  clerk_id text not null,
  window_id text not null,
  business_day date not null,
  state text not null check (state in ('open', 'closed')),
  opened_at timestamptz not null,
  closed_at timestamptz,
  float_cents integer not null check (float_cents >= 0),
  expected_cents integer not null,
  counted_cents integer check (counted_cents >= 0),
  live boolean not null,
  primary key (office, id),
  constraint till_is_counted
    check ((state = 'closed') = (closed_at is not null) and (state = 'closed') = (counted_cents is not null)),
  -- one drawer, one clerk, one session
  constraint till_clerk exclude using btree (office with =, clerk_id with =)
    where (state = 'open') deferrable initially deferred,
  constraint till_window exclude using btree (office with =, window_id with =)
    where (state = 'open') deferrable initially deferred
);

create table receipt (
  office text not null,
  id text not null,
  number integer not null check (number > 0),
  till_id text not null,
  clerk_id text not null,
  window_id text not null,
  visit_id text,
  intake_ids json not null,
  business_day date not null,
  at timestamptz not null,
  total_cents integer not null check (total_cents >= 0),
  tenders json not null,
  change_cents integer not null check (change_cents >= 0),
  revenue json not null,
  voided_at timestamptz,
  live boolean not null,
  primary key (office, id),
  constraint receipt_number unique (office, number),
  -- no payment without a till
  constraint receipt_till foreign key (office, till_id) references till
);

create table printer (
  office text not null,
  id text not null,
  name text not null,
  device_id text not null,
  condition text not null
    check (condition in ('ready', 'paper-low', 'paper-out', 'cover-open', 'error', 'offline')),
  since timestamptz not null,
  drawer_open_since timestamptz,
  live boolean not null,
  primary key (office, id)
);

create table print (
  office text not null,
  id text not null,
  printer_id text not null,
  kind text not null,
  of json not null,
  copy integer not null check (copy >= 0),
  original_id text not null,
  state text not null
    check (state in ('queued', 'printed', 'sent', 'failed', 'stalled', 'unknown', 'expired')),
  at timestamptz not null,
  business_day date not null,
  live boolean not null,
  primary key (office, id)
);
create index print_live on print (office) where live;
create index print_issuance on print (office, (of ->> 'issuanceId')) where of ->> 'issuanceId' is not null;

create table ledger_line (
  office text not null,
  seq bigint not null,
  line integer not null,
  account text not null,
  debit_cents integer not null check (debit_cents >= 0),
  credit_cents integer not null check (credit_cents >= 0),
  primary key (office, seq, line),
  -- a line has one side
  constraint ledger_line_side check ((debit_cents = 0) <> (credit_cents = 0)),
  constraint ledger_line_fact foreign key (office, seq) references fact
);

-- An entry is all the lines of one fact. It is balanced, or nothing of its statement is stored.
create function refuse_unbalanced_entry() returns trigger language plpgsql as $$
declare
  entry record;
begin
  select office, seq into entry from new_line
    group by office, seq having sum(debit_cents) <> sum(credit_cents) limit 1;
  if found then
    raise exception using
      errcode = 'check_violation',
      constraint = 'ledger_balanced',
      table = 'ledger_line',
      message = format('the entry of fact %s at %s is not balanced', entry.seq, entry.office);
  end if;
  return null;
end
$$;

create trigger ledger_balanced after insert on ledger_line
  referencing new table as new_line
  for each statement execute function refuse_unbalanced_entry();

-- Facts and ledger are only ever added to. Who must repair them by hand has to drop this first, and the hash chain tells.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception using
    errcode = 'restrict_violation',
    constraint = 'append_only',
    table = tg_table_name,
    message = format('%s is only added to', tg_table_name);
end
$$;

create trigger fact_append_only before update or delete or truncate on fact
  for each statement execute function refuse_change();
create trigger ledger_append_only before update or delete or truncate on ledger_line
  for each statement execute function refuse_change();
