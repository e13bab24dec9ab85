-- A record is found by its words without accents and apostrophes, as a name is typed, and not by the id of the form that wrote it.
drop index city_record_words;
create index city_record_words on city_record using gin (to_tsvector('simple',
  regexp_replace(normalize((data::jsonb - 'writtenBy')::text, NFD), '[\u0300-\u036f''’]', '', 'g')::jsonb));
