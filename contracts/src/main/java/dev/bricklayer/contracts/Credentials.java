package dev.bricklayer.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a bot speaks with in Mattermost. Further kinds (managed, shared) join here. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes(@JsonSubTypes.Type(value = Credentials.OwnToken.class, name = "token"))
public sealed interface Credentials {

  /** The token of a bot account that an administrator made. */
  record OwnToken(SealedToken token) implements Credentials {}
}
