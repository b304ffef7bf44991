package dev.bricklayer.constructor.managed;

import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.mattermost.Channel;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.mattermost.TeamId;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Looks where a managed bot shall speak, in the administrator's name: the bot may be put there only
 * if the requester is there already.
 */
@Component
class ChannelLook {

  private final Administrator administrator;

  ChannelLook(Administrator administrator) {
    this.administrator = administrator;
  }

  /** Where a bot is to speak. */
  sealed interface Place {

    /** In a channel that it has to join. */
    record In(ManagedChannel channel) implements Place {}

    /** To one person, in a channel that needs no joining. */
    record Direct() implements Place {}

    /** Nowhere. */
    record Closed(Refusal refusal) implements Place {}
  }

  Place at(ChannelWish wish) {
    String requester = wish.requester();
    if (requester == null) {
      return new Place.Closed(Refusal.of(RefusalCode.LINK_REQUIRED, wish.pointer()));
    }
    return wish.channel().directTo() == null
        ? in(wish, new MattermostUserId(requester))
        : new Place.Direct();
  }

  private Place in(ChannelWish wish, MattermostUserId requester) {
    Optional<Channel> found = administrator.channel(wish.channel());
    if (found.isEmpty()) {
      return closed(RefusalCode.CHANNEL_UNKNOWN, wish);
    }
    Channel channel = found.get();
    if (channel.archived()) {
      return closed(RefusalCode.CHANNEL_ARCHIVED, wish);
    }
    if (!administrator.isMember(channel.id(), requester)) {
      return closed(RefusalCode.REQUESTER_NOT_MEMBER, wish);
    }
    TeamId team = channel.team();
    // Nobody can be added to a direct or group channel.
    return team == null
        ? closed(RefusalCode.BOT_NOT_MEMBER, wish)
        : new Place.In(new ManagedChannel(channel.id(), team));
  }

  static Place.Closed closed(RefusalCode code, ChannelWish wish) {
    return new Place.Closed(refusal(code, wish));
  }

  /** As the person named the channel, so that the sentence can. */
  static Refusal refusal(RefusalCode code, ChannelWish wish) {
    ChannelRef channel = wish.channel();
    String id = channel.id();
    String named = id != null ? id : channel.team() + "/" + channel.name();
    return new Refusal(code, wish.pointer(), Map.of("channel", named));
  }
}
