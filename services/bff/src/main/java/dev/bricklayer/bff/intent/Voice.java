package dev.bricklayer.bff.intent;

/** What a bot speaks with. */
public enum Voice {
  /** An account of its own that Bricklayer makes. */
  MANAGED,
  /** An account that an administrator made, by its token. */
  TOKEN,
  /** Bricklayer's own bot. */
  SHARED
}
