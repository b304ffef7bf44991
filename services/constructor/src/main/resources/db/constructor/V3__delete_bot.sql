-- Deletions that were refused, by run: asked again, they are refused again, whatever has become of the bot meanwhile.
create table refused_deletion (
  saga_id    uuid primary key,
  bot_id     uuid        not null,
  refusal    jsonb       not null,
  refused_at timestamptz not null default now()
);
-- They go with their bot.
create index refused_deletion__bot on refused_deletion (bot_id);
