package dev.bricklayer.engine.changecredentials;

/** Whether a bot can have these credentials, as far as its rows tell. */
public enum Readiness {
  READY,
  /** It is gone or on its way out. */
  BOT_GONE,
  /** It speaks with credentials of another kind. */
  OTHER_KIND
}
