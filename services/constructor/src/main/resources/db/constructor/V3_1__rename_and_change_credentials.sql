-- What was decided about each run of rename-bot: the new name as it was said, or why not.
create table renaming (
  saga_id    uuid primary key,
  bot_id     uuid        not null,
  renamed    jsonb,
  refusal    jsonb,
  decided_at timestamptz not null default now(),
  constraint renaming__one_or_the_other check ((renamed is null) <> (refusal is null))
);

-- How far each run of change-credentials is. The account is the one the bot is to speak as; UNDONE is the tombstone.
create table credentials_change (
  saga_id          uuid primary key,
  bot_id           uuid        not null,
  state            text        not null check (state in ('VERIFYING', 'VERIFIED', 'SETTLED', 'UNDONE')),
  account_user_id  text,
  account_username text,
  refusal          jsonb,
  decided_at       timestamptz not null default now(),
  constraint credentials_change__account_known_once_verified
    check (state <> 'VERIFIED' or (account_user_id is not null and account_username is not null)),
  constraint credentials_change__undone_for_a_reason check ((state = 'UNDONE') = (refusal is not null))
);

-- All of them go with their bot.
create index renaming__bot on renaming (bot_id);
create index credentials_change__bot on credentials_change (bot_id);
