package dev.bricklayer.contracts;

/**
 * Every topic between the services. Events and commands are kept for days, state topics are
 * compacted by their key.
 */
public enum Topic {
  CONSTRUCTOR_BOT_COMMANDS("constructor.bot.commands", false),
  CONSTRUCTOR_BOT_EVENTS("constructor.bot.events", false),
  CONSTRUCTOR_BOT_STATE("constructor.bot.state", true),
  CONSTRUCTOR_OWNER_EVENTS("constructor.owner.events", false),
  STORAGE_JOB_COMMANDS("storage.job.commands", false),
  STORAGE_JOB_EVENTS("storage.job.events", false),
  STORAGE_JOB_STATE("storage.job.state", true),
  ENGINE_JOB_COMMANDS("engine.job.commands", false),
  ENGINE_JOB_EVENTS("engine.job.events", false),
  ENGINE_REMINDER_EVENTS("engine.reminder.events", false),
  ENGINE_RUN_STATE("engine.run.state", true),
  ENGINE_BOT_STATE("engine.bot.state", true),
  USER_ACCOUNT_COMMANDS("user.account.commands", false),
  USER_ACCOUNT_EVENTS("user.account.events", false),
  USER_ACCOUNT_STATE("user.account.state", true),
  SERVICES_LETTER_COMMANDS("services.letter.commands", false),
  SERVICES_LETTER_EVENTS("services.letter.events", false),
  SERVICES_LETTER_STATE("services.letter.state", true);

  private final String wireName;
  private final boolean compacted;

  Topic(String wireName, boolean compacted) {
    this.wireName = wireName;
    this.compacted = compacted;
  }

  /** The name in Kafka: {@code <owner>.<aggregate>.<kind>}. */
  public String wireName() {
    return wireName;
  }

  /** Whether Kafka keeps the newest record of each key instead of all records of some days. */
  public boolean compacted() {
    return compacted;
  }
}
