package dev.bricklayer.simulator;

import dev.bricklayer.simulator.world.Bot;
import dev.bricklayer.simulator.world.Channel;
import dev.bricklayer.simulator.world.ChannelMember;
import dev.bricklayer.simulator.world.Passwords;
import dev.bricklayer.simulator.world.Team;
import dev.bricklayer.simulator.world.TeamMember;
import dev.bricklayer.simulator.world.Token;
import dev.bricklayer.simulator.world.User;
import dev.bricklayer.simulator.world.World;
import java.util.List;
import java.util.Objects;

/**
 * Team {@code acme}, its three people, its channels, and the bot {@code standup}. Everything is
 * found or made one by one, so that a world that was cut off while it was made is finished at the
 * next start.
 */
public final class DemoWorld {

  public static final String TEAM = "acme";
  public static final String BOT = "standup";

  /** Who can log in. */
  public static final List<Person> PEOPLE =
      List.of(
          new Person("lena", "en", "Europe/Berlin", false),
          new Person("bob", "ru", "Europe/Moscow", false),
          new Person("admin", "en", "", true));

  private static final String BOT_TOKEN = "demo";
  private static final String ADMIN_TOKEN = "demo administrator";

  private final World world;

  /**
   * Somebody of the demo.
   *
   * @param username the name to log in with
   * @param zone IANA name; empty for somebody who never opened a client
   */
  public record Person(String username, String locale, String zone, boolean administrator) {

    public String password() {
      return username + "-demo";
    }
  }

  DemoWorld(World world) {
    this.world = world;
  }

  void make() {
    world.change(
        () -> {
          PEOPLE.forEach(this::user);
          Team team = team();
          PEOPLE.forEach(person -> join(team, user(person), person.administrator()));
          User bot = bot(user(PEOPLE.getLast()));
          join(team, bot, false);
          Channel townSquare = channel(team, "town-square", "Town Square", "O", false);
          channel(team, "off-topic", "Off-Topic", "O", false);
          Channel release = channel(team, "release", "Release", "O", false);
          Channel secret = channel(team, "secret", "Secret", "P", false);
          Channel old = channel(team, "old", "Old", "O", true);
          for (Person person : PEOPLE) {
            List.of(townSquare, release, old).forEach(channel -> join(channel, user(person)));
          }
          join(secret, user(PEOPLE.getFirst()));
          List.of(townSquare, release).forEach(channel -> join(channel, bot));
          token(bot, BOT_TOKEN);
          token(user(PEOPLE.getLast()), ADMIN_TOKEN);
          return true;
        });
  }

  /** The access token of the bot {@code standup}; the same at every start on the same data. */
  public String botToken() {
    User bot = world.userNamed(BOT);
    return token(Objects.requireNonNull(bot, "the demo's bot"), BOT_TOKEN).value();
  }

  /** An access token of {@code admin}; the same at every start on the same data. */
  public String adminToken() {
    return token(user(PEOPLE.getLast()), ADMIN_TOKEN).value();
  }

  /** The id of the team. */
  public String teamId() {
    return team().id();
  }

  /** The id of one of the team's channels. */
  public String channelId(String name) {
    Channel channel = world.channelNamed(team().id(), name);
    if (channel == null) {
      throw new IllegalArgumentException("No channel '" + name + "' in the demo");
    }
    return channel.id();
  }

  /** The id of an account by its name. */
  public String userId(String username) {
    User user = world.userNamed(username);
    if (user == null) {
      throw new IllegalArgumentException("Nobody called '" + username + "' in the demo");
    }
    return user.id();
  }

  private User user(Person person) {
    User known = world.userNamed(person.username());
    long now = world.now();
    return known != null
        ? known
        : world.save(
            new User(
                world.freshId(),
                now,
                now,
                0,
                person.username(),
                person.username() + "@example.test",
                Passwords.hash(person.password(), world.freshId()),
                User.Names.NONE,
                person.administrator() ? "system_admin system_user" : "system_user",
                person.locale(),
                new User.Zone("true", person.zone(), "")));
  }

  private User bot(User owner) {
    User known = world.userNamed(BOT);
    if (known != null) {
      return known;
    }
    long now = world.now();
    User account =
        new User(
            world.freshId(),
            now,
            now,
            0,
            BOT,
            BOT + "@localhost",
            "",
            User.Names.NONE.withFirst("Stand-up"),
            "system_user",
            "en",
            User.Zone.UNKNOWN);
    world.saveTogether(
        List.of(
            account, new Bot(account.id(), "Posts the demo's reminders", owner.id(), now, now, 0)));
    return account;
  }

  private Team team() {
    Team known = world.teamNamed(TEAM);
    return known != null
        ? known
        : world.save(
            new Team(
                world.freshId(),
                world.now(),
                0,
                TEAM,
                "Acme",
                "O",
                "admin@example.test",
                world.freshId()));
  }

  private Channel channel(
      Team team, String name, String displayName, String type, boolean archived) {
    Channel known = world.channelNamed(team.id(), name);
    long now = world.now();
    return known != null
        ? known
        : world.save(
            new Channel(
                world.freshId(),
                now,
                now,
                archived ? now : 0,
                team.id(),
                type,
                name,
                displayName,
                "",
                "",
                user(PEOPLE.getLast()).id()));
  }

  private void join(Team team, User who, boolean admin) {
    if (world.teamMember(team.id(), who.id()) == null) {
      world.save(new TeamMember(team.id(), who.id(), admin, 0));
    }
  }

  private void join(Channel channel, User who) {
    if (world.channelMember(channel.id(), who.id()) == null) {
      world.save(new ChannelMember(channel.id(), who.id(), false, false));
    }
  }

  private Token token(User owner, String description) {
    return world.change(
        () ->
            world.accessTokensOf(owner.id()).stream()
                .filter(token -> token.description().equals(description))
                .findFirst()
                .orElseGet(
                    () ->
                        world.save(
                            new Token(
                                world.freshId(),
                                world.freshId(),
                                owner.id(),
                                description,
                                Token.Kind.ACCESS_TOKEN,
                                Token.State.ACTIVE))));
  }
}
