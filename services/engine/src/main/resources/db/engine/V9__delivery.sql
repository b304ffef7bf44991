-- What waits for its turn: since when it may go. Only rows in RETRY have a place in the line, so that claims, whose rows
-- begin READY, pay nothing for it. Bot by bot, because turns are taken so.
alter table occurrence add column waits_until timestamptz;
create index occurrence__waiting on occurrence (bot_id, planned_at) where state = 'RETRY';
update occurrence
set waits_until = look_at, look_at = look_at + interval '1 hour'
where state = 'RETRY';

-- What Mattermost's rate limiter leaves to all copies together. No row: it has none, as far as anybody heard.
create table server_allowance (
  only_row   boolean primary key default true check (only_row),
  -- Calls that come back in a second, and the bounds between which that is known to lie.
  per_second double precision not null,
  at_least   double precision not null,
  at_most    double precision not null,
  -- Calls that fit into the full bucket, and those left in it at an instant.
  size       integer          not null,
  level      double precision not null,
  level_at   timestamptz      not null,
  -- Until then no call at all: somebody who tells no numbers said so.
  held_until timestamptz      not null
);
