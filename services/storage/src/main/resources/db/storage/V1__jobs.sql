-- What a bot speaks with. Only ever sealed: this service has no key. A second revision stands here while new
-- credentials are being checked.
create table bot_credentials (
  bot_id      uuid        not null,
  revision    bigint      not null,
  credentials jsonb       not null,
  created_in  uuid        not null,
  created_at  timestamptz not null default now(),
  primary key (bot_id, revision)
);

create table job (
  job_id         uuid primary key,
  bot_id         uuid        not null,
  short_name     text        not null,
  short_name_key text        not null,
  status         text        not null check (status in ('PENDING', 'ACTIVE', 'PAUSED', 'DELETING')),
  -- The revision in force; while PENDING the one that is to be.
  revision       bigint      not null,
  -- The saga that has the job in hand; a second one is refused while it stands here.
  saga_id        uuid,
  -- The saga that made the job: by it a saga knows its own first job among those that came later.
  created_in     uuid        not null,
  version        bigint      not null,
  created_at     timestamptz not null default now()
);

-- One short name per bot, whatever its case. Also serves whatever asks for all jobs of a bot.
create unique index job__bot_short_name on job (bot_id, short_name_key) where status <> 'DELETING';

create table job_revision (
  job_id     uuid        not null references job on delete cascade,
  revision   bigint      not null,
  content    jsonb       not null,
  created_at timestamptz not null default now(),
  primary key (job_id, revision)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'a revision is immutable: write another one';
end
$$;

create trigger job_revision__immutable before update on job_revision
  for each row execute function refuse_change();

-- Whatever arrives later for these bots finds them gone.
create table bot_tombstone (
  bot_id    uuid primary key,
  saga_id   uuid        not null,
  refusal   jsonb       not null,
  buried_at timestamptz not null default now()
);
