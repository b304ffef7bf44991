-- Everything that came from one log-in. It ends as a whole.
create table refresh_family (
  family_id  uuid        primary key,
  person_id  uuid        not null references account on delete cascade,
  begun_at   timestamptz not null,
  ends_at    timestamptz not null,
  revoked_at timestamptz
);
create index refresh_family__person on refresh_family (person_id);
create index refresh_family__end on refresh_family (ends_at);

-- A token itself is never kept, only its SHA-256: it is 256 random bits, so a slow hash would add nothing.
create table refresh_token (
  token_hash bytea       primary key,
  family_id  uuid        not null references refresh_family on delete cascade,
  expires_at timestamptz not null,
  spent_at   timestamptz
);
create index refresh_token__family on refresh_token (family_id);

-- The newest key whose time has come signs; all that are here are published.
create table signing_key (
  key_id      uuid        primary key,
  private_jwk text        not null,
  signs_from  timestamptz not null
);

-- How much of a budget is used up, as the instant at which it will be whole again. The subject is hashed: people type
-- passwords where a user name is asked for.
create table throttle (
  subject  bytea       primary key,
  whole_at timestamptz not null
);
create index throttle__whole on throttle (whole_at);
