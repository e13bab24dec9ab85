-- A window that is gone leaves its label to another one.
alter table service_window
  drop constraint window_label,
  add constraint window_label exclude using btree (office with =, label with =)
    where (live) deferrable initially deferred;
