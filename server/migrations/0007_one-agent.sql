-- Of two agents that show one device's token, the later one holds the device: its connection, and the journal that it keeps.
alter table device add column connection text, add column journal text;
-- The journal of the agent that got the job first: what one journal may have printed is never given to another.
alter table print_job add column given_to text;
