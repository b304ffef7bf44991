-- Whether the bot speaks through Bricklayer's own: it then takes no other kind of credentials, nor does another bot take these.
alter table bot add column shared boolean not null default false;
