-- How a Mattermost user was called when they were met last: who made a reminder is shown by it.
alter table mattermost_identity add column username text;

-- What speaks in a channel, whoever made it.
create index job__in_channel on job ((content -> 'channel' ->> 'id')) where status <> 'DELETED';
create index job__in_named_channel on job ((content -> 'channel' ->> 'name')) where status <> 'DELETED';
