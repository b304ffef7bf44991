-- How far each run of change-credentials is. KEPT: the old and the new stand side by side; DROPPED is the tombstone.
create table credentials_change (
  saga_id    uuid primary key,
  bot_id     uuid        not null,
  state      text        not null check (state in ('KEPT', 'SETTLED', 'DROPPED')),
  refusal    jsonb,
  decided_at timestamptz not null default now(),
  constraint credentials_change__dropped_for_a_reason check ((state = 'DROPPED') = (refusal is not null))
);
-- They go with their bot.
create index credentials_change__bot on credentials_change (bot_id);
