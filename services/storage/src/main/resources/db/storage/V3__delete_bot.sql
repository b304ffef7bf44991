-- For whatever asks for all jobs of a bot, those on their way out included: the unique index leaves them out.
create index job__of_bot on job (bot_id);
