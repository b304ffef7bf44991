-- What change-job's pivot decided about one revision, kept for whoever asks later. GONE is the tombstone.
create table revision_plan (
  saga_id    uuid primary key,
  job_id     uuid        not null,
  state      text        not null check (state in ('CHECKING', 'APPLIED', 'GONE')),
  applied    jsonb,
  refusal    jsonb,
  decided_at timestamptz not null default now(),
  constraint revision_plan__says_what_it_decided
    check ((state = 'APPLIED') = (applied is not null) and (state = 'GONE') = (refusal is not null))
);

-- Whatever arrives later for these jobs finds them gone.
create table job_tombstone (
  job_id     uuid primary key,
  bot_id     uuid        not null,
  being_sent boolean     not null,
  buried_at  timestamptz not null default now()
);

-- Paused jobs stay planned for nothing until they are resumed.
alter table job add column paused boolean not null default false;
-- Deleted while one of its occurrences was being sent: the row stays, without its text, until that is settled.
alter table job add column deleted_at timestamptz;
create index job__deleted on job (deleted_at) where deleted_at is not null;

-- A change reached it while it was being sent: should it come back unsent, it ends so.
alter table occurrence add column withdrawn text check (withdrawn in ('SUPERSEDED', 'CANCELLED'));
