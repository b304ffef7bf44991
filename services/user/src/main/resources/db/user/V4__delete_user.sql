-- By which an heir agrees to get somebody's bots. Only a MAC under the service's own key is kept.
create table handover_code (
  person_id  uuid        primary key references account on delete cascade,
  code_mac   bytea       not null,
  expires_at timestamptz not null,
  tries      int         not null default 0
);
create index handover_code__end on handover_code (expires_at);

-- Accounts on their way out, and the tombstones of those that are gone: ids and counts, nothing else of the person.
create table account_deletion (
  saga_id     uuid        primary key,
  person_id   uuid        not null,
  heir_id     uuid,
  status      text        not null check (status in ('BEGUN', 'ERASED', 'KEPT')),
  attempt     int         not null,
  deleted     int,
  handed_over int,
  refusal     jsonb,
  begun_at    timestamptz not null,
  -- When the others are asked again; by the database's clock.
  look_at     timestamptz,
  constraint account_deletion__watched_while_under_way check ((status = 'BEGUN') = (look_at is not null)),
  constraint account_deletion__counted_once_erased
    check ((status = 'ERASED') = (deleted is not null and handed_over is not null)),
  constraint account_deletion__reason_when_kept check ((status = 'KEPT') = (refusal is not null))
);
create unique index account_deletion__under_way on account_deletion (person_id) where status = 'BEGUN';
create index account_deletion__due on account_deletion (look_at) where look_at is not null;
