-- What change-credentials' pivot decided, by run, kept for whoever asks later. REJECTED is the tombstone.
create table credentials_change (
  saga_id    uuid primary key,
  bot_id     uuid        not null,
  state      text        not null check (state in ('CHECKING', 'TAKEN', 'REJECTED')),
  refusal    jsonb,
  decided_at timestamptz not null default now(),
  constraint credentials_change__rejected_for_a_reason check ((state = 'REJECTED') = (refusal is not null))
);
-- They go with their bot.
create index credentials_change__bot on credentials_change (bot_id);

-- Since when the bot speaks with its credentials, null from the beginning. What was being sent before may stand in a
-- channel under another account: it is looked for under all of them, and not sent again before the channel proves it.
alter table bot add column credentials_since timestamptz;
alter table bot add column former_accounts text[] not null default '{}';
