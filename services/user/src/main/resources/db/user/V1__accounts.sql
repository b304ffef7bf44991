create table account (
  person_id     uuid        primary key,
  username      text        not null,
  password_hash text        not null,
  locale        text        not null,
  time_zone     text,
  status        text        not null,
  version       bigint      not null,
  created_at    timestamptz not null,
  changed_at    timestamptz not null
);

-- User names are ASCII, so lower() is the whole of ignoring case.
create unique index account__username on account (lower(username));

-- At most one row: the code that newcomers need, when no setting names one.
create table registration_code (
  only_row boolean primary key default true check (only_row),
  code     text    not null
);
