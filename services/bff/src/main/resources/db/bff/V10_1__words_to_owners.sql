-- What people have to be told by itself: that a reminder could not be delivered, that a bot stands still. Goes once
-- they have heard it.
create table owner_word (
  word_id       bigint generated always as identity primary key,
  word          jsonb       not null,
  -- Long texts come in several posts: how many of them are there.
  posts_told    integer     not null default 0,
  -- While a copy is at it. One that dies leaves it to the others.
  claimed_until timestamptz,
  since         timestamptz not null default now()
);
