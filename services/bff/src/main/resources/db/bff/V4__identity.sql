-- Which Mattermost server identities are made from: the first that was met, and for good.
create table mattermost_server (
  only_row  boolean primary key default true check (only_row),
  server_id text    not null
);

-- Mattermost users who have done something here. An identity is computed from the user's id; this is the way back.
create table mattermost_identity (
  person_id          uuid        primary key,
  mattermost_user_id text        not null,
  met_at             timestamptz not null default now()
);

-- From user.account.state: which identities an account is linked to. One that moves from an account to another can for
-- a moment be told of both; the later link counts.
create table account_identity (
  account_id         uuid        not null references account (person_id),
  identity_id        uuid        not null,
  mattermost_user_id text        not null,
  linked_at          timestamptz not null,
  primary key (account_id, identity_id)
);
create index account_identity__identity on account_identity (identity_id);
