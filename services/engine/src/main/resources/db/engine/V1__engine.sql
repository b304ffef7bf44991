-- Who leads. One row per shard; epoch grows by one at each take-over and is the fencing token.
create table lease (
  shard  smallint primary key,
  holder uuid,
  epoch  bigint      not null default 0,
  until  timestamptz not null default '-infinity'
);
insert into lease (shard) values (0);

-- What create-bot's pivot decided about a bot's first job, kept for whoever asks later. GONE is the tombstone.
create table first_plan (
  bot_id     uuid primary key,
  saga_id    uuid        not null,
  state      text        not null check (state in ('CHECKING', 'PLANNED', 'GONE')),
  planned    jsonb,
  refusal    jsonb,
  decided_at timestamptz not null default now(),
  constraint first_plan__says_what_it_decided
    check ((state = 'PLANNED') = (planned is not null) and (state = 'GONE') = (refusal is not null))
);

-- A bot as far as sending needs it. The token in the credentials is sealed.
create table bot (
  bot_id              uuid primary key,
  owner_id            uuid   not null,
  account_user_id     text   not null,
  account_username    text   not null,
  credentials         jsonb  not null,
  -- Grows with new credentials: a 401 for older ones stops nothing.
  credentials_version bigint not null default 1,
  status              text   not null default 'RUNNING' check (status in ('RUNNING', 'STOPPED')),
  stop_reason         text,
  version             bigint not null default 0,
  constraint bot__stopped_for_a_reason check ((status = 'STOPPED') = (stop_reason is not null))
);

-- What a job says and where, at its current revision. Its row lock orders edits and sendings: whoever sets an
-- occurrence SENDING or ends it, and whoever changes the job, takes this lock first.
create table job (
  job_id        uuid primary key,
  bot_id        uuid     not null references bot,
  revision      bigint   not null,
  text          text     not null,
  channel_id    text     not null,
  channel_team  text,
  channel_name  text     not null,
  missed_rule   text     not null check (missed_rule in ('LATEST', 'EACH', 'SKIP')),
  missed_within interval not null
);
create index job__bot on job (bot_id);

-- How a job runs, as the engine publishes it. Apart from job, because it changes with every firing.
create table run (
  job_id          uuid primary key references job on delete cascade,
  status          text   not null check (status in ('RUNNING', 'STOPPED', 'ENDED')),
  stop_reason     text,
  last_planned_at timestamptz,
  last_at         timestamptz,
  last_outcome    text check (last_outcome in ('SENT', 'MISSED', 'FAILED', 'UNKNOWN')),
  version         bigint not null,
  constraint run__stopped_for_a_reason check ((status = 'STOPPED') = (stop_reason is not null))
) with (fillfactor = 80);

-- The table that is scanned and rewritten with every firing, so it is narrow. next_fire_at is null while nothing is
-- planned: ended, stopped.
create table schedule (
  job_id       uuid primary key references job on delete cascade,
  bot_id       uuid     not null,
  shard        smallint not null,
  next_fire_at timestamptz,
  rule         text     not null
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.05);
create index schedule__due on schedule (shard, next_fire_at) where next_fire_at is not null;

-- The ledger: every occurrence that was claimed, by day of its planned instant (UTC). Days are made ahead and
-- dropped by the program; the default partition is a net that should stay empty.
create table occurrence (
  job_id        uuid        not null,
  planned_at    timestamptz not null,
  bot_id        uuid        not null,
  shard         smallint    not null,
  state         text        not null check (state in
    ('READY', 'SENDING', 'RETRY', 'SENT', 'MISSED', 'SUPERSEDED', 'CANCELLED', 'FAILED', 'UNKNOWN')),
  -- Claimed so late that the job's rule for what was missed decides whether it is sent at all.
  late          boolean     not null default false,
  -- When the leader looks at it again if nothing happens before. Null says that the state is final.
  look_at       timestamptz,
  published_at  timestamptz,
  -- Grows with each sender that takes it, so that a sender who was overtaken can tell.
  attempt       integer     not null default 0,
  owner         uuid,
  sending_until timestamptz,
  -- The first request whose outcome is not known, and where it went. Null where nothing can stand in the channel.
  doubt_since   timestamptz,
  channel_id    text,
  post_id       text,
  reason        text,
  final_at      timestamptz,
  -- A run of missed instants is one row, planned_at being the last of them.
  missed_from   timestamptz,
  missed_count  integer,
  primary key (job_id, planned_at),
  constraint occurrence__final_or_looked_at
    check ((look_at is null) = (state in ('SENT', 'MISSED', 'SUPERSEDED', 'CANCELLED', 'FAILED', 'UNKNOWN')))
) partition by range (planned_at);
-- Only what is under way: the leader's look, and what a new leader publishes again. published_at is in no index, so
-- that marking it rewrites no index.
create index occurrence__under_way on occurrence (shard, look_at) where look_at is not null;

create table occurrence_default partition of occurrence default;
