-- Lives in a schema of its own, so that it never meets the tables or versions of the service.

-- What is to be sent. The id is taken under the lock of the aggregate that the message is about: for one key, the order of ids is the
-- order of commits. Sent rows stay for a while, for whoever looks into what was said.
create table outbox_message (
  id         bigint generated always as identity primary key,
  message_id uuid        not null,
  topic      text        not null,
  key        text,
  headers    text        not null,
  payload    bytea,
  created_at timestamptz not null default clock_timestamp(),
  sent_at    timestamptz
);

-- Nearly empty all the time; recovery reads it in order.
create index outbox_message__unsent on outbox_message (id) where sent_at is null;

-- What was received. Message ids are UUIDs of version 7, so a range of ids is a day and one message always belongs to the same partition:
-- the key is unique over all days, and forgetting a day is dropping a table.
create table inbox_message (
  message_id  uuid        primary key,
  type        text        not null,
  received_at timestamptz not null default now()
) partition by range (message_id);

-- Days for which there is no partition (an old message, an id of another version). Emptied by age.
create table inbox_message_other partition of inbox_message default;
create index inbox_message_other__received on inbox_message_other (received_at);

-- Calls to the outside that were decided and are not concluded.
create table intent (
  message_id    uuid        primary key,
  type          text        not null,
  topic         text        not null,
  saga          text,
  saga_id       uuid,
  trace         text        not null,
  call          text        not null,
  until_at      timestamptz not null,
  attempts      int         not null,
  next_at       timestamptz not null,
  claim         uuid,
  claimed_until timestamptz,
  created_at    timestamptz not null default now()
);

-- The poller asks for what is due.
create index intent__next on intent (next_at);

-- What could not be handled; the same stands in the topic <topic>.<group>.dlt.
create table dead_letter (
  id               uuid        primary key,
  topic            text        not null,
  topic_partition  int         not null,
  topic_offset     bigint      not null,
  key              text,
  headers          text        not null,
  payload          bytea,
  error            text        not null,
  failed_at        timestamptz not null default now(),
  constraint dead_letter__record unique (topic, topic_partition, topic_offset)
);
