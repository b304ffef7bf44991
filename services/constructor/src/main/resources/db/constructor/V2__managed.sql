-- A bot whose account Bricklayer makes itself waits for its job to be checked (APPROVED), then for its account (MAKING).
-- Taken back, it holds its name until what was made in Mattermost is closed (CLOSING).
alter table bot drop constraint bot_status_check;
alter table bot add constraint bot_status_check
  check (status in ('VERIFYING', 'APPROVED', 'MAKING', 'PENDING', 'ACTIVE', 'CLOSING', 'DELETING'));
alter table bot drop constraint bot__account_known_once_verified;
alter table bot add constraint bot__account_known_once_verified
  check (status in ('VERIFYING', 'APPROVED', 'MAKING', 'CLOSING')
         or (account_user_id is not null and account_username is not null));

-- Accounts that Bricklayer made in Mattermost, from the intention on until they are closed.
create table managed_account (
  bot_id     uuid primary key,
  -- Stands in the account's description: by it a later attempt knows what an earlier one made.
  saga_id    uuid    not null,
  -- The user name as it was tried last, noted before Mattermost is asked for it.
  username   text,
  -- Known once Mattermost has answered.
  user_id    text,
  -- Nothing is made any more, only taken back.
  closing    boolean not null default false,
  -- One attempt at a time works at an account in Mattermost; whoever gives no sign of life loses it.
  holder     uuid,
  held_until timestamptz
);

-- Where the job of a managed bot speaks, or is about to: the bot leaves a channel that none of its jobs needs.
create table managed_channel (
  bot_id     uuid not null references managed_account on delete cascade,
  job_id     uuid not null,
  channel_id text not null,
  team_id    text not null,
  -- The saga that needed it first, so that it can take back what it did and nothing else.
  joined_in  uuid not null,
  primary key (bot_id, job_id, channel_id)
);
