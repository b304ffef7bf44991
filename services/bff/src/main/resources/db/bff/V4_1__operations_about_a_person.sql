-- Deleting an account is about no bot in particular.
alter table operation alter column bot_id drop not null;
