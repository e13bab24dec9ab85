-- The time that someone has booked elsewhere for this visit, as they say.
alter table visit add column appointment_at timestamptz;
