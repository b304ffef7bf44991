package dev.bricklayer.bff.installation;

/** The Mattermost server has not answered this installation even once. */
public final class ServerNeverReachedException extends RuntimeException {

  ServerNeverReachedException(String why) {
    super("Mattermost has never answered, and does not now: " + why);
  }
}
