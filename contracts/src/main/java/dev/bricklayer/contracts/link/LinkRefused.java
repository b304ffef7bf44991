package dev.bricklayer.contracts.link;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Topic;

/** Nothing was linked. */
@On(Topic.USER_ACCOUNT_EVENTS)
public record LinkRefused(LinkId linkId, PersonId identity, Reason reason) implements Message {

  /** Why. */
  public enum Reason {
    /** Nobody's code, spent, run out, or tried too often; which of them is not told. */
    @JsonProperty("code-invalid")
    CODE_INVALID,
    /** This identity is linked already, to this account or to another. */
    @JsonProperty("already-linked")
    ALREADY_LINKED,
    /** The account has as many links as one may have. */
    @JsonProperty("too-many-links")
    TOO_MANY_LINKS,
    /** The identity has typed too many codes that were none. */
    @JsonProperty("too-many-attempts")
    TOO_MANY_ATTEMPTS
  }

  @Override
  public String key() {
    return identity.toString();
  }
}
