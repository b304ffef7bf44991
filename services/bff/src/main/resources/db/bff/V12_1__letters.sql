-- The dead letters of all services, as they tell of them.
create table letter (
  letter_id  uuid        primary key,
  service    text        not null,
  -- Null once it is gone: the row stays for a while, so that an older word of it is known as such.
  kept       jsonb,
  changed_at timestamptz not null default now()
);
