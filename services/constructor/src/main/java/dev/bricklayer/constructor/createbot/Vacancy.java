package dev.bricklayer.constructor.createbot;

/** Whether there is room for one more bot of this name and owner. */
public enum Vacancy {
  FREE,
  NAME_TAKEN,
  QUOTA_REACHED,
  /** The owner's account is locked or deleted. */
  OWNER_BARRED
}
