package dev.bricklayer.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Every reason for which a saga may say no, with its word on the outside and its HTTP status. */
public enum RefusalCode {
  NAME_TAKEN("name-taken", 409),
  SHORT_NAME_TAKEN("short-name-taken", 409),
  LOCKED("locked", 409),
  VERSION_CONFLICT("version-conflict", 409),
  BOT_DELETED("bot-deleted", 409),
  JOB_DELETED("job-deleted", 409),
  FORBIDDEN("forbidden", 403),
  CHANNEL_UNKNOWN("channel-unknown", 422),
  CHANNEL_ARCHIVED("channel-archived", 422),
  BOT_NOT_MEMBER("bot-not-member", 422),
  REQUESTER_NOT_MEMBER("requester-not-member", 422),
  TOKEN_INVALID("token-invalid", 422),
  TOKEN_NOT_A_BOT("token-not-a-bot", 422),
  SCHEDULE_INVALID("schedule-invalid", 422),
  SCHEDULE_IMPOSSIBLE("schedule-impossible", 422),
  ZONE_UNKNOWN("zone-unknown", 422),
  QUOTA_REACHED("quota-reached", 422),
  LINK_REQUIRED("link-required", 422),
  DIRECT_RESTRICTED("direct-restricted", 422),
  CREDENTIALS_UNAVAILABLE("credentials-unavailable", 422),
  /** The saga's deadline passed before its pivot. */
  DEADLINE("timed-out", 503);

  private final String word;
  private final int httpStatus;

  RefusalCode(String word, int httpStatus) {
    this.word = word;
    this.httpStatus = httpStatus;
  }

  /** The code of the problem that people and programs see. */
  @JsonValue
  public String word() {
    return word;
  }

  /** The HTTP status with which it is answered. */
  public int httpStatus() {
    return httpStatus;
  }

  /** Reads the word. */
  @JsonCreator
  static RefusalCode ofWord(String word) {
    return Arrays.stream(values())
        .filter(code -> code.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no refusal code is called " + word));
  }
}
