-- Whose say it needs that the bot speaks there, by Mattermost's id; null where the token is proof enough.
alter table job add column requester text;
-- When it was last seen that it could be delivered: at first when it was saved.
alter table job add column looked_at timestamptz not null default now();
create index job__looked_at on job (looked_at) where not paused and deleted_at is null;
