-- Until then the job lets its instants pass: somebody skipped the next one, or wants silence for a while.
alter table job add column not_before timestamptz;
