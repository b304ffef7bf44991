-- Occurrences that somebody asked for beside the schedule: they are none of its instants, so neither are they missed,
-- nor do they make others missed, nor end a job. The target is another channel than the job's, for a test.
alter table occurrence add column manual boolean not null default false;
alter table occurrence add column target_id text;
