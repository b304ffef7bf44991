-- Bots that live or are about to. What was refused or undone leaves a tombstone and no row here.
create table bot (
  bot_id           uuid primary key,
  owner_id         uuid        not null,
  name             text        not null,
  name_key         text        not null,
  status           text        not null check (status in ('VERIFYING', 'PENDING', 'ACTIVE', 'DELETING')),
  account_user_id  text,
  account_username text,
  -- The saga that has the bot in hand; a second one is refused while it stands here.
  saga_id          uuid,
  version          bigint      not null,
  created_at       timestamptz not null default now(),
  constraint bot__account_known_once_verified
    check (status = 'VERIFYING' or (account_user_id is not null and account_username is not null))
);

-- One name per owner, whatever its case. A bot on its way out has given its name up already. Also serves the count
-- of an owner's bots.
create unique index bot__owner_name on bot (owner_id, name_key) where status <> 'DELETING';

-- Whatever arrives later for these bots finds them gone.
create table bot_tombstone (
  bot_id    uuid primary key,
  saga_id   uuid        not null,
  refusal   jsonb       not null,
  buried_at timestamptz not null default now()
);

-- From user.account.state: owners for whom nothing may be created.
create table account (
  person_id uuid primary key,
  status    text   not null check (status in ('ACTIVE', 'LOCKED', 'DELETED')),
  version   bigint not null
);
