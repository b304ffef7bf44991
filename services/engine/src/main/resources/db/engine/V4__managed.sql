-- The schedule of a managed bot's first job was looked at; its account is being made.
alter table first_plan drop constraint first_plan_state_check;
alter table first_plan add constraint first_plan_state_check
  check (state in ('CHECKING', 'CHECKED', 'PLANNED', 'GONE'));
