-- People whose account is to go: nothing is created for them any more. Stays as a tombstone.
create table owner_leaving (
  saga_id   uuid primary key,
  person_id uuid  not null,
  status    text  not null check (status in ('DELETING', 'DELETED', 'HANDED_OVER', 'REFUSED')),
  -- How many bots there were.
  bots      int   not null,
  refusal   jsonb,
  constraint owner_leaving__reason_when_refused check ((status = 'REFUSED') = (refusal is not null))
);
create index owner_leaving__person on owner_leaving (person_id);

-- Their bots that are not gone yet.
create table leaving_bot (
  bot_id  uuid primary key,
  saga_id uuid not null references owner_leaving
);
create index leaving_bot__saga on leaving_bot (saga_id);
