-- What became of the last occurrences of each job, as the engine told it. A few of each are kept.
create table journal_entry (
  job_id       uuid        not null,
  planned_at   timestamptz not null,
  occurrence   uuid        not null,
  outcome      text        not null check (outcome in ('SENT', 'MISSED', 'FAILED', 'UNKNOWN')),
  -- When it became so.
  at           timestamptz not null,
  post_id      text,
  -- Why it was not posted: what has to be mended, and what Mattermost or the engine said.
  code         text,
  reason       text,
  -- Several that were missed in a row are one entry, planned_at being the last of them.
  missed_from  timestamptz,
  missed_count integer,
  -- Somebody asked for it beside the schedule.
  manual       boolean     not null,
  primary key (job_id, planned_at)
);
create index journal_entry__at on journal_entry (at);
