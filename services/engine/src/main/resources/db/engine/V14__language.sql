-- The language of whoever said what the job says: what is added to a late post is in it.
alter table job add column language text;
