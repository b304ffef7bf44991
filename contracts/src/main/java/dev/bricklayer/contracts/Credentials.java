package dev.bricklayer.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** What a bot speaks with in Mattermost. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Credentials.OwnToken.class, name = "token"),
  @JsonSubTypes.Type(value = Credentials.Managed.class, name = "managed"),
  @JsonSubTypes.Type(value = Credentials.Shared.class, name = "shared")
})
public sealed interface Credentials {

  /** The token, sealed for this bot; absent only where a managed account is yet to be made. */
  @Nullable SealedToken token();

  /** The token of a bot account that an administrator made. */
  record OwnToken(SealedToken token) implements Credentials {}

  /**
   * An account that constructor makes for this bot alone, and ends with it.
   *
   * @param token absent until the account is made
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Managed(@Nullable SealedToken token) implements Credentials {

    /** What is asked for: the account is yet to be made. */
    public static Managed toBeMade() {
      return new Managed(null);
    }
  }

  /** Bricklayer's own bot, which must be in the channel already. */
  record Shared(SealedToken token) implements Credentials {}
}
