-- Grows with each ticket of a day: of two that were taken in one instant, by which the first is served first.
alter table visit add column arrival integer not null default 0;
update visit set arrival = taken.place
from (
  select office, id, row_number() over (partition by office, business_day order by created_at, number) as place
  from visit
) taken
where visit.office = taken.office and visit.id = taken.id;
alter table visit alter column arrival drop default;
