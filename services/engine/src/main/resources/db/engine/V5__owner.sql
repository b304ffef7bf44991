-- The version of constructor's word that the owner is from: a bot can be handed over.
alter table bot add column owner_version bigint not null default 0;
