-- Over how many shards the jobs are to be spread. A shard has a row in lease, and its own leader; a shard that is no
-- longer wanted keeps its row, and is led until nothing is left in it.
create table sharding (
  only_row boolean  primary key default true check (only_row),
  shards   smallint not null check (shards between 1 and 64)
);
insert into sharding (shards) values (1);

-- Over how many the jobs of this shard were last spread: another number than above says that some belong elsewhere.
alter table lease add column spread_over smallint not null default 1;
-- A copy that leads less than its share asks for it.
alter table lease add column wanted boolean not null default false;

-- A bot's shard, the same everywhere and for ever: by the last bytes of its id, which are random. All jobs of a bot fall
-- into one, whose leader decides about fairness between bots. Nothing breaks where a job stands in another shard: it
-- fires from where it stands.
create function shard_of(bot uuid, shards smallint) returns smallint
  language sql immutable parallel safe
  return (('x' || right(bot::text, 8))::bit(32)::bigint % shards)::smallint;
