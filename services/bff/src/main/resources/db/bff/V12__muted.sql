-- The revision of which the engine says that the mention of all in its text notifies nobody.
alter table job add column muted_revision bigint;
