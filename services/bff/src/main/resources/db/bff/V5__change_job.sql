-- When the current revision came into force while an occurrence was being sent, which it no longer reached.
alter table job add column being_sent_since timestamptz;
