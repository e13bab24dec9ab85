-- What a person recorded, said instead of the machine's voice. The text is the interface's own, never a resident's.
create table speech_recording (
  language text not null,
  text text not null,
  media_type text not null,
  audio bytea not null,
  loaded_at timestamptz not null default now(),
  primary key (language, text)
);
