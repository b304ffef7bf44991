-- Bots that are gone or on their way out: nothing is planned for them any more, whatever arrives later.
create table bot_tombstone (
  bot_id          uuid primary key,
  -- The run of delete-bot that is told when firing has ended.
  saga_id         uuid        not null,
  buried_at       timestamptz not null default now(),
  -- Null while something is still being sent: until then job and credentials stay, so that it can be settled.
  firing_ended_at timestamptz
);
