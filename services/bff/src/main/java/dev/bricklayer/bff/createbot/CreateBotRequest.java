package dev.bricklayer.bff.createbot;

import dev.bricklayer.contracts.JobContent;

/**
 * A bot as it was asked for.
 *
 * @param asSent the first job as the request says it
 * @param job the same with the caller's time zone where the request names none
 */
public record CreateBotRequest(
    String name, AskedCredentials credentials, JobContent asSent, JobContent job) {

  @Override
  public String toString() {
    return "CreateBotRequest[" + name + "]";
  }
}
