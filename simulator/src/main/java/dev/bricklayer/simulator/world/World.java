package dev.bricklayer.simulator.world;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything the stand-in knows. Whatever is {@link #save saved} is in the journal before it can be
 * seen.
 *
 * <p>Look-ups need no lock. A check and the save that rests on it belong into one {@link #change}.
 */
public final class World implements AutoCloseable {

  private final ReentrantLock lock = new ReentrantLock();
  private final Journal journal;
  private final InstantSource clock;
  private final Ids ids;
  private long latest;
  private final AtomicLong changes = new AtomicLong();

  private volatile Identity identity = new Identity("");
  private final Map<String, User> users = new ConcurrentHashMap<>();
  private final Map<String, String> userIdsByName = new ConcurrentHashMap<>();
  private final Map<String, Bot> bots = new ConcurrentHashMap<>();
  private final Map<String, Team> teams = new ConcurrentHashMap<>();
  private final Map<String, TeamMember> teamMembers = new ConcurrentHashMap<>();
  private final Map<String, Channel> channels = new ConcurrentHashMap<>();
  private final Map<String, String> channelIdsByName = new ConcurrentHashMap<>();
  private final Map<String, ChannelMember> channelMembers = new ConcurrentHashMap<>();
  private final Map<String, Token> tokensByValue = new ConcurrentHashMap<>();
  private final Map<String, String> tokenValuesById = new ConcurrentHashMap<>();
  private final Map<String, Command> commands = new ConcurrentHashMap<>();
  private final Map<String, ResponseUrl> responseUrls = new LinkedHashMap<>();
  private final PostLog posts;
  private volatile Consumer<List<Change>> witness = _ -> {};

  private World(Journal journal, InstantSource clock, Ids ids, int keepPosts) {
    this.journal = journal;
    this.clock = clock;
    this.ids = ids;
    this.posts = new PostLog(keepPosts);
  }

  /**
   * Reads a journal back and shortens it to what still counts.
   *
   * @param keepPosts how many posts to keep in memory; beyond it the oldest go
   */
  public static World open(Journal journal, InstantSource clock, Ids ids, int keepPosts) {
    World world = new World(journal, clock, ids, keepPosts);
    journal.replay(world::apply);
    if (world.identity.diagnosticId().isEmpty()) {
      world.apply(new Identity(ids.fresh()));
    }
    journal.compact(world.rows());
    return world;
  }

  /** Runs a check and its consequences with no other change in between. */
  public <T extends @Nullable Object> T change(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** Makes a row, or a new version of one, durable and then visible. */
  public <R extends Row> R save(R row) {
    saveTogether(List.of(row));
    return row;
  }

  /** As {@link #save}, for rows of which none makes sense without the others. */
  public void saveTogether(List<? extends Row> rows) {
    change(
        () -> {
          journal.append(rows);
          List<Change> seen = new ArrayList<>(rows.size());
          rows.forEach(row -> seen.add(new Change(apply(row), row)));
          witness.accept(seen);
          return changes.incrementAndGet();
        });
  }

  /**
   * Has somebody told of every change from now on, in order and before the next one; they must not
   * wait for anything.
   */
  public void tell(Consumer<List<Change>> witness) {
    this.witness = witness;
  }

  /**
   * Milliseconds since 1970; never smaller than before, so that posts stand in the order they were
   * made.
   */
  public long now() {
    return change(() -> latest = Math.max(latest, clock.millis()));
  }

  public String freshId() {
    return ids.fresh();
  }

  /** Takes a row over. Returns the one in whose place it stands. */
  private @Nullable Row apply(Row row) {
    return switch (row) {
      case Identity it -> applyIdentity(it);
      case User it -> applyUser(it);
      case Bot it -> bots.put(it.userId(), it);
      case Team it -> teams.put(it.id(), it);
      case TeamMember it -> teamMembers.put(pair(it.teamId(), it.userId()), it);
      case Channel it -> applyChannel(it);
      case ChannelMember it -> applyMember(it);
      case Token it -> applyToken(it);
      case Post it -> posts.put(it);
      case Command it -> commands.put(it.id(), it);
      case ResponseUrl it -> applyResponseUrl(it);
    };
  }

  private Row applyIdentity(Identity it) {
    Identity before = identity;
    identity = it;
    return before;
  }

  private @Nullable Row applyUser(User user) {
    User before = users.put(user.id(), user);
    if (before != null && !before.username().equals(user.username())) {
      userIdsByName.remove(before.username());
    }
    userIdsByName.put(user.username(), user.id());
    return before;
  }

  private @Nullable Row applyChannel(Channel channel) {
    Channel before = channels.put(channel.id(), channel);
    if (before != null && !before.name().equals(channel.name())) {
      channelIdsByName.remove(pair(before.teamId(), before.name()));
    }
    channelIdsByName.put(pair(channel.teamId(), channel.name()), channel.id());
    return before;
  }

  private @Nullable Row applyMember(ChannelMember member) {
    String key = pair(member.channelId(), member.userId());
    return member.gone() ? channelMembers.remove(key) : channelMembers.put(key, member);
  }

  private @Nullable Row applyToken(Token token) {
    if (token.state() == Token.State.REVOKED) {
      tokenValuesById.remove(token.id());
      return tokensByValue.remove(token.value());
    }
    tokenValuesById.put(token.id(), token.value());
    return tokensByValue.put(token.value(), token);
  }

  /** Expired ones go when new ones come; they stand in the order they were made. */
  private @Nullable Row applyResponseUrl(ResponseUrl url) {
    ResponseUrl before = responseUrls.put(url.id(), url);
    Iterator<ResponseUrl> oldestFirst = responseUrls.values().iterator();
    while (oldestFirst.hasNext() && oldestFirst.next().expired(clock.millis())) {
      oldestFirst.remove();
    }
    return before;
  }

  private Stream<Row> rows() {
    return Stream.of(
            Stream.of(identity),
            users.values().stream(),
            bots.values().stream(),
            teams.values().stream(),
            teamMembers.values().stream(),
            channels.values().stream(),
            channelMembers.values().stream(),
            tokensByValue.values().stream(),
            commands.values().stream(),
            responseUrls.values().stream(),
            posts.all().stream())
        .flatMap(rows -> rows);
  }

  private static String pair(String one, String other) {
    return one + ' ' + other;
  }

  /** Another number after every change: for whoever wants to know whether to look again. */
  public long changes() {
    return changes.get();
  }

  public String diagnosticId() {
    return identity.diagnosticId();
  }

  public @Nullable User user(String id) {
    return users.get(id);
  }

  public @Nullable User userNamed(String name) {
    String id = userIdsByName.get(name);
    return id == null ? null : users.get(id);
  }

  /** All accounts, by name. */
  public List<User> users() {
    return users.values().stream().sorted(Comparator.comparing(User::username)).toList();
  }

  public @Nullable Bot bot(String userId) {
    return bots.get(userId);
  }

  public boolean isBot(String userId) {
    return bots.containsKey(userId);
  }

  /** All bots, disabled ones too, by the time they were made. */
  public List<Bot> bots() {
    return bots.values().stream().sorted(Comparator.comparingLong(Bot::createAt)).toList();
  }

  public @Nullable Team team(String id) {
    return teams.get(id);
  }

  public @Nullable Team teamNamed(String name) {
    return teams.values().stream().filter(t -> t.name().equals(name)).findAny().orElse(null);
  }

  /** All teams, by name. */
  public List<Team> teams() {
    return teams.values().stream().sorted(Comparator.comparing(Team::name)).toList();
  }

  /** A membership that holds; null for one that never was or has ended. */
  public @Nullable TeamMember teamMember(String teamId, String userId) {
    TeamMember member = teamMembers.get(pair(teamId, userId));
    return member == null || member.deleteAt() > 0 ? null : member;
  }

  public boolean shareATeam(String one, String other) {
    return teams.keySet().stream()
        .anyMatch(team -> teamMember(team, one) != null && teamMember(team, other) != null);
  }

  public @Nullable Channel channel(String id) {
    return channels.get(id);
  }

  public @Nullable Channel channelNamed(String teamId, String name) {
    String id = channelIdsByName.get(pair(teamId, name));
    return id == null ? null : channels.get(id);
  }

  /** The channels of a team, archived ones too, by name. */
  public List<Channel> channelsOf(String teamId) {
    return channels.values().stream()
        .filter(channel -> channel.teamId().equals(teamId))
        .sorted(Comparator.comparing(Channel::name))
        .toList();
  }

  public @Nullable ChannelMember channelMember(String channelId, String userId) {
    return channelMembers.get(pair(channelId, userId));
  }

  /** Who is in a channel. */
  public List<ChannelMember> membersOf(String channelId) {
    return channelMembers.values().stream()
        .filter(member -> member.channelId().equals(channelId))
        .sorted(Comparator.comparing(ChannelMember::userId))
        .toList();
  }

  /**
   * The token of this value, switched-off ones included; null for one that never was or was
   * revoked.
   */
  public @Nullable Token token(String value) {
    return tokensByValue.get(value);
  }

  public @Nullable Token tokenById(String id) {
    String value = tokenValuesById.get(id);
    return value == null ? null : tokensByValue.get(value);
  }

  /** An account's access tokens; sessions are none. */
  public List<Token> accessTokensOf(String userId) {
    return tokensOf(userId, Token.Kind.ACCESS_TOKEN);
  }

  /** An account's tokens of one kind. */
  public List<Token> tokensOf(String userId, Token.Kind kind) {
    return tokensByValue.values().stream()
        .filter(token -> token.userId().equals(userId))
        .filter(token -> token.kind() == kind)
        .sorted(Comparator.comparing(Token::id))
        .toList();
  }

  /** A slash command that is there; null for one that never was or was deleted. */
  public @Nullable Command command(String id) {
    Command command = commands.get(id);
    return command == null || command.deleteAt() > 0 ? null : command;
  }

  /** The slash commands of a team, by the time they were made. */
  public List<Command> commandsOf(String teamId) {
    return commands.values().stream()
        .filter(command -> command.teamId().equals(teamId) && command.deleteAt() == 0)
        .sorted(Comparator.comparingLong(Command::createAt).thenComparing(Command::id))
        .toList();
  }

  public @Nullable Command commandOf(String teamId, String trigger) {
    return commandsOf(teamId).stream()
        .filter(command -> command.trigger().equals(trigger))
        .findAny()
        .orElse(null);
  }

  /** Null for one that never was or has expired. */
  public @Nullable ResponseUrl responseUrl(String id) {
    ResponseUrl url = this.<@Nullable ResponseUrl>change(() -> responseUrls.get(id));
    return url == null || url.expired(clock.millis()) ? null : url;
  }

  public @Nullable Post post(String id) {
    return this.<@Nullable Post>change(() -> posts.get(id));
  }

  /**
   * One page, newest first, deleted posts left out; one post more than asked for where there is
   * one.
   */
  public List<Post> page(String channelId, int page, int perPage) {
    return change(() -> posts.page(channelId, page, perPage));
  }

  /** What was made, changed or deleted after an instant; at most 1,000 posts, newest first. */
  public List<Post> since(String channelId, long since) {
    return change(() -> posts.since(channelId, since));
  }

  /** Every post that is kept, oldest first. */
  public List<Post> posts() {
    return change(() -> new ArrayList<>(posts.all()));
  }

  /** How many posts had to go because there were too many. */
  public long droppedPosts() {
    return change(posts::dropped);
  }

  /** How many posts people and bots wrote into a channel. */
  public long postCount(String channelId) {
    return change(() -> posts.totals(channelId)).count();
  }

  /** When the last post of a channel was made; 0 for never. */
  public long lastPostAt(String channelId) {
    return change(() -> posts.totals(channelId)).lastPostAt();
  }

  @Override
  public void close() {
    change(
        () -> {
          journal.close();
          return true;
        });
  }
}
