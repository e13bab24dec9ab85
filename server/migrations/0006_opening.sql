-- When an office serves the public, and what is out of the ordinary on its present business day.
alter table office_settings
  add column opening json not null default '{"week":null,"closedDays":[]}',
  add column today json not null default '{"isClosed":false,"servicesOff":[]}';
