package dev.bricklayer.constructor.createbot;

/** A bot's status as its row has it. */
enum BotStatus {
  /** The name is held, the credentials are looked at; nobody has been told of the bot. */
  VERIFYING,
  /** An account can be made for it, once its job is known to be good. */
  APPROVED,
  /** Its account is being made. */
  MAKING,
  PENDING,
  ACTIVE,
  /** It is undone: its account is being closed. */
  CLOSING,
  DELETING
}
