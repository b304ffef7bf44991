-- An operation is one run of a saga as people see it; its id is the saga's.
create table operation (
  operation_id uuid primary key,
  saga text not null,
  person_id uuid not null,
  bot_id uuid not null,
  status text not null check (status in ('WORKING', 'DONE', 'UNDONE', 'NEEDS_HELP')),
  refusal jsonb,
  started_at timestamptz not null default now(),
  deadline_at timestamptz not null,
  -- When the pivot's owner was first asked to end it.
  abandoned_at timestamptz,
  -- When a sweeper looks at it next; null once it has ended.
  look_at timestamptz,
  ended_at timestamptz,
  idempotency_key text,
  request_hash bytea,
  constraint operation__idempotency unique (person_id, idempotency_key),
  constraint operation__hash_of_key check ((idempotency_key is null) = (request_hash is null)),
  constraint operation__reason_when_undone check ((status = 'UNDONE') = (refusal is not null)),
  constraint operation__ended_or_watched
    check ((status in ('DONE', 'UNDONE')) = (ended_at is not null) and (ended_at is null) = (look_at is not null))
);

-- The sweepers' way in; the ended ones, which are nearly all, are not in it.
create index operation__due on operation (look_at) where look_at is not null;
-- The administrators' list and its count.
create index operation__needs_help on operation (operation_id) where status = 'NEEDS_HELP';
-- What is old enough to go.
create index operation__ended on operation (ended_at) where ended_at is not null;

-- What constructor says of each bot. A deleted one keeps its id and version, so that an older word of it is known as such.
create table bot (
  bot_id uuid primary key,
  owner_id uuid,
  name text,
  username text,
  status text not null check (status in ('PENDING', 'ACTIVE', 'DELETING', 'DELETED')),
  version bigint not null,
  constraint bot__told_unless_deleted
    check (status = 'DELETED' or (owner_id is not null and name is not null and username is not null))
);

-- A person's list, page by page; ids grow with time.
create index bot__of_owner on bot (owner_id, bot_id) where status <> 'DELETED';

-- What the engine says of each bot.
create table bot_run (
  bot_id uuid primary key,
  status text not null check (status in ('RUNNING', 'STOPPED', 'DELETED')),
  stop_reason text,
  version bigint not null
);

-- What storage says of each job.
create table job (
  job_id uuid primary key,
  bot_id uuid not null,
  revision bigint not null,
  content jsonb,
  status text not null check (status in ('PENDING', 'ACTIVE', 'PAUSED', 'DELETING', 'DELETED')),
  version bigint not null,
  constraint job__told_unless_deleted check (status = 'DELETED' or content is not null)
);

create index job__of_bot on job (bot_id, job_id) where status <> 'DELETED';

-- What the engine says of each job, and of which revision.
create table run (
  job_id uuid primary key,
  bot_id uuid not null,
  revision bigint not null,
  status text not null check (status in ('RUNNING', 'STOPPED', 'ENDED', 'DELETED')),
  stop_reason text,
  last_planned_at timestamptz,
  last_at timestamptz,
  last_outcome text,
  version bigint not null,
  constraint run__last_whole_or_absent
    check (num_nulls(last_planned_at, last_at, last_outcome) in (0, 3))
);

-- What the user service says of each account.
create table account (
  person_id uuid primary key,
  username text not null,
  locale text not null,
  time_zone text,
  status text not null check (status in ('ACTIVE', 'LOCKED', 'DELETED')),
  version bigint not null
);
