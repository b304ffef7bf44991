-- Changing or deleting one job is about that job; null where the bot itself is meant.
alter table operation add column job_id uuid;
