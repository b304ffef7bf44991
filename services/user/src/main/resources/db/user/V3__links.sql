-- Private keys stood here in clear, and whoever has an old copy of this table has them. They go: access tokens that they
-- signed are refreshed, nobody has to log in again.
delete from signing_key;
alter table signing_key drop column private_jwk;
-- AES-256-GCM under the service's own key, bound to the key's id.
alter table signing_key add column sealed_jwk bytea not null;

-- Mattermost identities that are the same person as an account. One identity has one account.
create table identity_link (
  identity_id        uuid        primary key,
  person_id          uuid        not null references account on delete cascade,
  mattermost_user_id text        not null,
  username           text        not null,
  -- The attempt that brought it about: its yes may come twice.
  link_id            uuid        not null,
  linked_at          timestamptz not null
);
create index identity_link__person on identity_link (person_id);

-- The code that an account asked for, and who typed it last. Of the code itself only its first four characters are kept,
-- which find the row, and a MAC under the service's own key.
create table link_code (
  person_id          uuid        primary key references account on delete cascade,
  selector           text        not null,
  code_mac           bytea       not null,
  expires_at         timestamptz not null,
  tries              int         not null default 0,
  link_id            uuid,
  identity_id        uuid,
  mattermost_user_id text,
  username           text,
  constraint link_code__asked_wholly_or_not
    check (num_nulls(link_id, identity_id, mattermost_user_id, username) in (0, 4))
);
create index link_code__selector on link_code (selector);
create unique index link_code__link on link_code (link_id);
create index link_code__end on link_code (expires_at);
