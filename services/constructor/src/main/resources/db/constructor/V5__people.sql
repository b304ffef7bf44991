-- From user.account.state: which Mattermost identities an account is linked to. One that moves from an account to
-- another can for a moment be told of both; the later link counts.
create table account_identity (
  account_id  uuid        not null references account (person_id),
  identity_id uuid        not null,
  linked_at   timestamptz not null,
  primary key (account_id, identity_id)
);
create index account_identity__identity on account_identity (identity_id);
