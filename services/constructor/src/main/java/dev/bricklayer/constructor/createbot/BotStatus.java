package dev.bricklayer.constructor.createbot;

/** A bot's status as its row has it. */
enum BotStatus {
  /** The name is held, the token is being looked at; nobody has been told of the bot. */
  VERIFYING,
  PENDING,
  ACTIVE,
  DELETING
}
