-- Bots that speak with the token of Bricklayer's own, and with which: when it is renewed they get the new one. Of a token
-- nothing is kept but what is needed to know it again.
create table shared_bot (
  bot_id         uuid primary key,
  owner_id       uuid        not null,
  token_sha256   bytea       not null,
  -- The run that gives it another, and which; null while none is under way.
  renewal_id     uuid unique,
  renewal_sha256 bytea,
  -- Not tried again before.
  try_at         timestamptz not null default now(),
  constraint shared_bot__renewal_whole_or_none check ((renewal_id is null) = (renewal_sha256 is null))
);
