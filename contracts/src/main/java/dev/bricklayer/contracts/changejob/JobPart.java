package dev.bricklayer.contracts.changejob;

/** What a change of a job can touch. */
public enum JobPart {
  SHORT_NAME("/shortName"),
  CHANNEL("/channel"),
  TEXT("/text"),
  SCHEDULE("/schedule"),
  MISSED("/missed"),
  NOT_BEFORE("/notBefore"),
  STATUS("/status");

  private final String pointer;

  JobPart(String pointer) {
    this.pointer = pointer;
  }

  /** Where it stands in the body of the REST call, as a JSON pointer. */
  public String pointer() {
    return pointer;
  }
}
