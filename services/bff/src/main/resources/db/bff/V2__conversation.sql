-- What somebody typed into a form, kept for a day. The token that may be in it is sealed with the bff's own key.
create table draft (
  draft_id uuid primary key,
  mattermost_user_id text not null,
  form jsonb not null,
  filled_in jsonb not null,
  sealed_token text,
  -- How many refusals the person has been told: what they send after one is a new attempt.
  attempt integer not null default 0,
  -- Of the values about which the person was warned; the same again mean yes.
  warned text,
  -- It has succeeded; nothing else comes of it.
  spent boolean not null default false,
  changed_at timestamptz not null default now()
);

create index draft__changed on draft (changed_at);

-- Whom to tell what came of an operation, or of an attempt to link, and where. Goes once they have been told.
create table telling (
  about_id uuid primary key,
  to_tell jsonb not null,
  -- What is to be told; null while nothing has happened.
  news jsonb,
  -- While a copy is at it. One that dies leaves it to the others.
  claimed_until timestamptz,
  since timestamptz not null default now()
);

-- How channels are called that somebody spoke to us from.
create table channel_name (
  channel_id text primary key,
  team text not null,
  name text not null
);
