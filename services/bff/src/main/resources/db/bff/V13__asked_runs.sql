-- Runs that were asked for under a key: sent again, the request asks for nothing more.
create table asked_run (
  person_id       uuid        not null,
  idempotency_key text        not null,
  request_hash    bytea       not null,
  planned_at      timestamptz not null,
  primary key (person_id, idempotency_key)
);
create index asked_run__planned_at on asked_run (planned_at);
