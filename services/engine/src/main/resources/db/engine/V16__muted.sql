-- The revision of which its owner knows that the mention of all in it notifies nobody: they hear it once.
alter table job add column muted_revision bigint;
