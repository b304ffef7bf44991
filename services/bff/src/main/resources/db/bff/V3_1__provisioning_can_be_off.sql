-- What was removed from Mattermost on purpose is not made again before somebody provisions on purpose.
alter table installation add column provisioning_off boolean not null default false;
