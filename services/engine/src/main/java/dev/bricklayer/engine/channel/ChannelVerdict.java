package dev.bricklayer.engine.channel;

import dev.bricklayer.contracts.PlannedChannel;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import java.util.Map;

/** What Mattermost said about a channel and an account. */
public sealed interface ChannelVerdict {

  /** The account may speak there. */
  record Open(PlannedChannel channel) implements ChannelVerdict {}

  /**
   * It may not.
   *
   * @param details what the sentence mentions
   */
  record Closed(RefusalCode code, Cause cause, Map<String, String> details)
      implements ChannelVerdict {

    /** The refusal, with the place where its cause stands in the body of the REST call. */
    public Refusal at(String pointer) {
      return new Refusal(code, pointer, details);
    }
  }

  /** What stands against it. */
  enum Cause {
    CHANNEL,
    /** The person who is to be written to directly. */
    DIRECT,
    CREDENTIALS,
    /** The kind of the credentials. */
    KIND,
    TOKEN
  }
}
