-- The change that made a revision: by it a change finds what it has stored. Null for the first of a bot's first job.
alter table job_revision add column saga_id uuid;
-- Whether the job stands still at this revision.
alter table job_revision add column paused boolean not null default false;
create unique index job_revision__of_change on job_revision (saga_id) where saga_id is not null;

-- Held by a revision that waits, so that no other job takes the name before it comes into force.
alter table job add column next_short_name_key text;

-- Whatever arrives later for these changes finds them dropped.
create table change_tombstone (
  saga_id   uuid primary key,
  job_id    uuid        not null,
  refusal   jsonb       not null,
  buried_at timestamptz not null default now()
);

-- Whatever arrives later for these jobs finds them gone; asked again, their deletion is told again.
create table job_tombstone (
  job_id     uuid primary key,
  bot_id     uuid        not null,
  version    bigint      not null,
  buried_at  timestamptz not null default now()
);
