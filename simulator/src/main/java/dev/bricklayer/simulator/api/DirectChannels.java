package dev.bricklayer.simulator.api;

import dev.bricklayer.simulator.world.Channel;
import dev.bricklayer.simulator.world.ChannelMember;
import dev.bricklayer.simulator.world.Row;
import dev.bricklayer.simulator.world.User;
import dev.bricklayer.simulator.world.World;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Channels of two or a few, which exist once for the same people. */
final class DirectChannels {

  private final World world;
  private final Posting posting;

  DirectChannels(World world, Posting posting) {
    this.world = world;
    this.posting = posting;
  }

  Channel between(User by, User other) {
    String name = Stream.of(by.id(), other.id()).sorted().collect(Collectors.joining("__"));
    return findOrMake(name, "D", "", by.id(), List.of(by, other));
  }

  Channel group(Collection<User> people) {
    String ids = people.stream().map(User::id).sorted().collect(Collectors.joining());
    String display = people.stream().map(User::username).sorted().collect(Collectors.joining(", "));
    return findOrMake(sha1(ids), "G", display, "", people);
  }

  private Channel findOrMake(
      String name, String type, String displayName, String creator, Collection<User> people) {
    return world.change(
        () -> {
          Channel known = world.channelNamed("", name);
          if (known != null) {
            return known;
          }
          long now = world.now();
          Channel made =
              new Channel(
                  world.freshId(), now, now, 0, "", type, name, displayName, "", "", creator);
          List<Row> rows = new ArrayList<>(List.of(made));
          people.forEach(who -> rows.add(new ChannelMember(made.id(), who.id(), false, false)));
          world.saveTogether(rows);
          return made;
        });
  }

  /** Posts as an account, as if it had called. */
  void say(Channel channel, User author, String message) {
    ObjectNode props = Views.object();
    if (world.isBot(author.id())) {
      props.put("from_bot", "true");
    }
    posting.save(new NewPost(author.id(), channel.id(), "", message, "", props));
  }

  private static String sha1(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException missingInThisJvm) {
      throw new IllegalStateException(missingInThisJvm);
    }
  }
}
