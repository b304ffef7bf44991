package dev.bricklayer.simulator.world;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * One thing the stand-in knows, as a whole. A change is a new version of the row; the journal is a
 * list of versions, and the last one of a key counts.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "row")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Identity.class, name = "identity"),
  @JsonSubTypes.Type(value = User.class, name = "user"),
  @JsonSubTypes.Type(value = Bot.class, name = "bot"),
  @JsonSubTypes.Type(value = Team.class, name = "team"),
  @JsonSubTypes.Type(value = TeamMember.class, name = "team-member"),
  @JsonSubTypes.Type(value = Channel.class, name = "channel"),
  @JsonSubTypes.Type(value = ChannelMember.class, name = "channel-member"),
  @JsonSubTypes.Type(value = Token.class, name = "token"),
  @JsonSubTypes.Type(value = Post.class, name = "post"),
  @JsonSubTypes.Type(value = Command.class, name = "command"),
  @JsonSubTypes.Type(value = ResponseUrl.class, name = "response-url")
})
public sealed interface Row
    permits Identity,
        User,
        Bot,
        Team,
        TeamMember,
        Channel,
        ChannelMember,
        Token,
        Post,
        Command,
        ResponseUrl {}
