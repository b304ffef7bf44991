package dev.bricklayer.testkit.checker;

import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.testkit.checker.StandingJobs.Standing;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges a whole installation by what it left behind: the engine's database, what stands in
 * Mattermost and, where Kafka is named, what was told there. It only reads.
 */
public final class InstallationCheck {

  /** What fell due so shortly ago may still be on its way. */
  private static final Duration UNDER_WAY = Duration.ofMinutes(2);

  private final DatabaseAccess engine;
  private final PostSource posts;
  private final @Nullable String kafka;

  /**
   * An installation.
   *
   * @param engine the engine's database
   * @param kafka its bootstrap servers; null where nobody looks at what was told
   */
  public InstallationCheck(DatabaseAccess engine, PostSource posts, @Nullable String kafka) {
    this.engine = engine;
    this.posts = posts;
    this.kafka = kafka;
  }

  /** Where posts come from. */
  public sealed interface PostSource {

    /** A server that is asked for them, with the token of somebody who may read its channels. */
    record Server(URI address, String token) implements PostSource {}

    /**
     * A file: on each line a post as Mattermost's API has it, or an answer of that with several.
     */
    record Export(Path file) implements PostSource {}
  }

  /**
   * What was found.
   *
   * @param unread jobs of which nothing can be said, because their channel cannot be read
   */
  public record Judgement(Report report, int jobs, int unread, Instant from, Instant until) {

    @Override
    public String toString() {
      return "%d jobs, %s to %s%s%n%s"
          .formatted(
              jobs,
              from,
              until,
              unread == 0 ? "" : ", and %d more in channels that cannot be read".formatted(unread),
              report);
    }
  }

  /** Judges what fell due in the last while, but for what may still be on its way. */
  public Judgement check(Duration last) throws IOException {
    LedgerReader ledger = new LedgerReader(engine);
    Instant until = ledger.now().minus(UNDER_WAY);
    Instant from = until.minus(last);
    StandingJobs standing = new StandingJobs(engine);
    Map<String, List<FoundPost>> found = posts(standing.channels(from), from);
    List<Standing> all = standing.read(until);
    List<Standing> jobs = all.stream().filter(job -> found.containsKey(job.channelId())).toList();
    Map<UUID, Instant> since =
        jobs.stream().collect(Collectors.toMap(job -> job.history().job(), Standing::since));
    Evidence evidence = evidence(ledger, from, until, jobs, all(found), since);
    return new Judgement(
        Checker.check(evidence), since.size(), all.size() - jobs.size(), from, until);
  }

  private Evidence evidence(
      LedgerReader ledger,
      Instant from,
      Instant until,
      List<Standing> jobs,
      List<FoundPost> posts,
      Map<UUID, Instant> since) {
    Evidence evidence =
        Evidence.between(
            from,
            until,
            jobs.stream().map(Standing::history).toList(),
            young(ledger.between(from, until), since, LedgerRow::job, LedgerRow::first),
            young(posts, since, FoundPost::job, FoundPost::plannedAt));
    List<LedgerRow> manual = ledger.manual(from, until);
    if (kafka == null) {
      return evidence.besides(asTheLedgerHasIt(manual), manual);
    }
    KafkaReader told = new KafkaReader(kafka);
    return evidence
        .besides(told.asked(), manual)
        .told(young(told.news(), since, News::job, News::plannedAt));
  }

  /** What is older than the job's last change belongs to what nobody knows any more. */
  private static <T> List<T> young(
      List<T> all,
      Map<UUID, Instant> since,
      Function<T, UUID> job,
      Function<T, Instant> plannedAt) {
    return all.stream()
        .filter(
            one -> {
              Instant begin = since.get(job.apply(one));
              return begin != null && !plannedAt.apply(one).isBefore(begin);
            })
        .toList();
  }

  /** Nobody says who asked, so each run of the ledger's is taken for one that was asked for. */
  private static List<Asked> asTheLedgerHasIt(List<LedgerRow> manual) {
    return manual.stream().map(row -> new Asked(row.job(), row.plannedAt(), false)).toList();
  }

  /** By channel; one that cannot be read is left out. */
  private Map<String, List<FoundPost>> posts(List<String> channels, Instant from)
      throws IOException {
    return switch (posts) {
      case PostSource.Server(var address, var token) ->
          ofServer(new PostsOfServer(address, token), channels, from);
      case PostSource.Export(var file) -> ofExport(file, channels);
    };
  }

  private static Map<String, List<FoundPost>> ofServer(
      PostsOfServer server, List<String> channels, Instant from) throws IOException {
    Map<String, List<FoundPost>> found = new HashMap<>();
    for (String channel : channels) {
      Optional<List<FoundPost>> posts = server.of(channel, from);
      posts.ifPresent(all -> found.put(channel, all));
    }
    return found;
  }

  private static Map<String, List<FoundPost>> ofExport(Path file, List<String> channels)
      throws IOException {
    Map<String, List<FoundPost>> found = new HashMap<>();
    channels.forEach(channel -> found.put(channel, new ArrayList<>()));
    Set<String> seen = new HashSet<>();
    try (Stream<String> lines = Files.lines(file)) {
      lines
          .filter(line -> !line.isBlank())
          .map(JsonMapper.shared()::readTree)
          .flatMap(InstallationCheck::postsIn)
          .flatMap(post -> PostsOfServer.read(post).stream())
          .filter(post -> seen.add(post.id()))
          .forEach(
              post -> found.computeIfAbsent(post.channelId(), _ -> new ArrayList<>()).add(post));
    }
    return found;
  }

  private static Stream<JsonNode> postsIn(JsonNode line) {
    return line.has("order") ? PostsOfServer.posts(line).stream() : Stream.of(line);
  }

  private static List<FoundPost> all(Map<String, List<FoundPost>> found) {
    return found.values().stream().flatMap(List::stream).toList();
  }
}
