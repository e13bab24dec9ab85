-- Of two agents that show one device's token, the later one holds the device: its connection, and the journal that it keeps.
-- What was to be printed before `prints_from` may have been given to an agent with another journal, and is not given to this one.
alter table device add column connection text, add column journal text, add column prints_from timestamptz;
