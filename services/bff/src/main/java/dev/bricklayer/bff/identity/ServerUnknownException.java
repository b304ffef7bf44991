package dev.bricklayer.bff.identity;

/** This installation has never reached its Mattermost server: nobody there can be named yet. */
public final class ServerUnknownException extends RuntimeException {

  ServerUnknownException() {
    super(
        "the Mattermost server has never been reached, so its users have no identity yet; check"
            + " BRICKLAYER_MATTERMOST_URL");
  }
}
