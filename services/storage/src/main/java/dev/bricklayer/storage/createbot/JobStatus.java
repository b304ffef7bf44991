package dev.bricklayer.storage.createbot;

/** A job's status as its row has it. */
enum JobStatus {
  PENDING,
  ACTIVE,
  PAUSED,
  DELETING
}
