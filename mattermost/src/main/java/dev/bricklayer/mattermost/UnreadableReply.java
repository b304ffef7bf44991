package dev.bricklayer.mattermost;

/**
 * A successful status with a body that is not what the call brings. Becomes {@link
 * Answer.Ambiguous}.
 */
final class UnreadableReply extends RuntimeException {

  UnreadableReply(String what) {
    super(what);
  }
}
