-- A managed bot may have to be let into the channel first (JOINING). Whether constructor was asked to, and so has
-- something to take back, is known to the end.
alter table revision_plan drop constraint revision_plan_state_check;
alter table revision_plan add constraint revision_plan_state_check
  check (state in ('JOINING', 'CHECKING', 'APPLIED', 'GONE'));
alter table revision_plan add column joined boolean not null default false;
