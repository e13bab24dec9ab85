-- A search for a house finds its units by the beginning of their keys, which an index can only tell in the order of bytes: the order
-- of a city's own database may be another. The column's index is made anew in that order.
alter table intake_file alter column address_key type text collate "C";
