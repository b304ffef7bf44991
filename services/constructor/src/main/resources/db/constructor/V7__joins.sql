-- Each revision of a job that names a channel needs it by itself, so that a revision that is not to be gives up its own
-- need only, and one that came into force those of the revisions before it.
alter table managed_channel add column revision bigint not null default 1;
alter table managed_channel alter column revision drop default;
alter table managed_channel drop constraint managed_channel_pkey;
alter table managed_channel add primary key (bot_id, job_id, channel_id, joined_in);

-- How far each run of change-job is that lets a managed bot into a channel. LEFT is the tombstone.
create table channel_join (
  saga_id    uuid primary key,
  bot_id     uuid        not null,
  state      text        not null check (state in ('JOINING', 'JOINED', 'REFUSED', 'LEAVING', 'LEFT')),
  refusal    jsonb,
  decided_at timestamptz not null default now(),
  constraint channel_join__not_in_for_a_reason
    check ((state in ('JOINING', 'JOINED')) = (refusal is null))
);
-- They go with their bot.
create index channel_join__bot on channel_join (bot_id);
