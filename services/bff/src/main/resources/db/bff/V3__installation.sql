-- This installation of Bricklayer, and the Mattermost server that it serves. One row, made by whichever copy starts first.
create table installation (
  only_one boolean primary key default true check (only_one),
  -- Stands in the description of what is ours in Mattermost.
  installation_id uuid not null,
  -- What the server said of itself when it was last asked: enough to begin with while it is away.
  server_id text,
  server_version text,
  server_site_url text,
  server_locale text,
  -- Bricklayer's own bot, as provisioning left it.
  bot_user_id text,
  bot_token_id text,
  -- Sealed with the bff's own key.
  bot_token bytea,
  constraint installation__server_whole_or_unknown
    check (num_nulls(server_id, server_version, server_site_url, server_locale) in (0, 4)),
  constraint installation__bot_whole_or_none check (num_nulls(bot_user_id, bot_token_id, bot_token) in (0, 3))
);

-- The slash commands that provisioning made, one in each team. Of their tokens only what is needed to know them again.
create table slash_command (
  command_id text primary key,
  team_id text not null,
  token_sha256 bytea not null,
  constraint slash_command__one_for_each_team unique (team_id)
);
