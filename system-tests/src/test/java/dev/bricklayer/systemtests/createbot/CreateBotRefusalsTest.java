package dev.bricklayer.systemtests.createbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.mattermost.ChannelId;
import dev.bricklayer.mattermost.ClientSettings;
import dev.bricklayer.mattermost.MattermostClient;
import dev.bricklayer.mattermost.MattermostUser;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.sandbox.ServiceName;
import dev.bricklayer.simulator.Posted;
import dev.bricklayer.simulator.faults.Effect;
import dev.bricklayer.simulator.faults.Fault;
import dev.bricklayer.systemtests.fleet.Fleet;
import dev.bricklayer.systemtests.fleet.Program;
import dev.bricklayer.systemtests.fleet.Program.Answer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every reason for which create-bot says no, over five processes: told at its field, and nothing is
 * left.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CreateBotRefusalsTest {

  private static final Map<String, String> YEARLY =
      Map.of("cron", "0 9 1 1 *", "timeZone", "Europe/Berlin");
  private static final Map<String, String> RELEASE = Map.of("team", "acme", "name", "release");

  private Fleet fleet;
  private Program program;
  private URI bff;
  private MattermostClient mattermost;
  private AccessToken admin;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    fleet =
        Fleet.servers(
                directory,
                Map.of("BRICKLAYER_QUOTA_BOTS", "2", "BRICKLAYER_OPERATIONS_ANSWER_WITHIN", "30s"))
            .withOneOfEach();
    program = Program.registered(fleet.one(ServiceName.USER).address(), "ann");
    bff = fleet.one(ServiceName.BFF).address();
    mattermost = new MattermostClient(ClientSettings.of(fleet.mattermost().address()));
    admin = new AccessToken(fleet.mattermost().demo().adminToken());
  }

  @AfterAll
  void stop() throws Exception {
    mattermost.close();
    fleet.close();
  }

  @AfterEach
  void nothingIsLeftOfWhatWasRefused() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(rows(ServiceName.CONSTRUCTOR, "bot where status <> 'ACTIVE'")).isZero();
              assertThat(rows(ServiceName.STORAGE, "job where status <> 'ACTIVE'")).isZero();
              assertThat(rows(ServiceName.STORAGE, "bot_credentials"))
                  .isEqualTo(rows(ServiceName.STORAGE, "job"));
              assertThat(rows(ServiceName.ENGINE, "schedule"))
                  .isEqualTo(rows(ServiceName.STORAGE, "job"));
              assertThat(rows(ServiceName.CONSTRUCTOR, "messaging.intent")).isZero();
              assertThat(rows(ServiceName.ENGINE, "messaging.intent")).isZero();
            });
    assertThat(fleet.mattermost().posted()).noneMatch(this::standsInAChannel);
  }

  /** A bot that is made greets its owner directly; nobody else sees that. */
  private boolean standsInAChannel(Posted post) {
    return Stream.of("town-square", "off-topic", "release", "secret", "old")
        .map(fleet.mattermost().demo()::channelId)
        .anyMatch(post.channelId()::equals);
  }

  @Test
  void aTokenThatIsNobodys() throws Exception {
    refused(
        create("nobody's", "abcdefghijklmnopqrstuvwxyz", RELEASE),
        422,
        "token-invalid",
        "/credentials/token");
  }

  @Test
  void aTokenThatIsAPersons() throws Exception {
    String persons = fleet.mattermost().demo().adminToken();

    refused(create("a person's", persons, RELEASE), 422, "token-not-a-bot", "/credentials/token");
  }

  @Test
  void aChannelThatIsNowhere() throws Exception {
    Answer answer = create("nowhere", Map.of("team", "acme", "name", "nowhere"));

    refused(answer, 422, "channel-unknown", "/job/channel");
  }

  @Test
  void aPrivateChannelThatTheBotCannotSee() throws Exception {
    Answer answer = create("secret", Map.of("team", "acme", "name", "secret"));

    refused(answer, 422, "channel-unknown", "/job/channel");
  }

  @Test
  void aChannelThatTheBotIsNotIn() throws Exception {
    Answer answer = create("elsewhere", Map.of("team", "acme", "name", "off-topic"));

    refused(answer, 422, "bot-not-member", "/job/channel");
  }

  @Test
  void anArchivedChannel() throws Exception {
    Answer answer = create("old", Map.of("team", "acme", "name", "old"));

    refused(answer, 422, "channel-archived", "/job/channel");
  }

  @Test
  void aNameThatIsTakenAndThenTheQuota() throws Exception {
    Program bob = Program.registered(fleet.one(ServiceName.USER).address(), "bob");
    assertThat(bob.createBot(bff, bot("Stand-up")).status()).isEqualTo(201);

    refused(bob.createBot(bff, bot("stand-UP")), 409, "name-taken", "/name");
    assertThat(bob.createBot(bff, bot("Second")).status()).isEqualTo(201);
    assertThat(bob.createBot(bff, bot("Third")).code()).isEqualTo("quota-reached");
  }

  @Test
  void aManagedBotOfSomebodyWhoIsNotInTheChannel() throws Exception {
    Program bob = linked("bob");

    refused(
        createManaged(bob, "intruder", Map.of("team", "acme", "name", "secret"), YEARLY),
        422,
        "requester-not-member",
        "/job/channel");
    assertThat(isAccount("intruder")).isFalse();
  }

  @Test
  void aManagedBotThatWouldNeverFire() throws Exception {
    Map<String, String> now =
        Map.of("at", LocalDateTime.now(ZoneOffset.UTC).toString(), "timeZone", "UTC");

    assertThat(createManaged(linked("lena"), "never", RELEASE, now).status()).isEqualTo(422);
    assertThat(isAccount("never")).isFalse();
  }

  @Test
  void aManagedBotOfSomebodyWhoIsKnownToNobodyInMattermost() throws Exception {
    refused(
        createManaged(program, "unlinked", RELEASE, YEARLY),
        422,
        "link-required",
        "/credentials/kind");
    assertThat(isAccount("unlinked")).isFalse();
  }

  /** It has joined by then: nothing but Mattermost's own lines about that may stay. */
  @Test
  void aManagedBotWhoseOwnerLeavesTheChannelWhileItIsMade() throws Exception {
    Program lena = linked("lena");
    fleet
        .mattermost()
        .faults()
        .add(Fault.on("POST", "/api/v4/users/").before(new Effect.Delay(Duration.ofMinutes(1))));
    CompletableFuture<Answer> answer =
        CompletableFuture.supplyAsync(() -> createdManaged(lena, "left alone"));
    await().atMost(Duration.ofSeconds(60)).until(() -> isAccount("left-alone"));
    mattermost.administration().leaveChannel(admin, release(), lenasUser());
    fleet.mattermost().faults().clear();
    try {
      refused(answer.get(60, TimeUnit.SECONDS), 422, "requester-not-member", "/job/channel");
    } finally {
      mattermost.administration().joinChannel(admin, release(), lenasUser());
    }
    assertThat(isAccount("left-alone")).isFalse();
  }

  @Test
  void nothingOfAManagedBotThatIsAllowed() throws Exception {
    Answer answer = createManaged(linked("lena"), "Планёрка", RELEASE, YEARLY);

    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    assertThat(answer.body().path("username").asString()).isEqualTo("planerka");
    assertThat(isAccount("planerka")).isTrue();
  }

  /** An account of the same person as somebody in Mattermost. */
  private Program linked(String username) throws Exception {
    Program linked =
        Program.registered(fleet.one(ServiceName.USER).address(), "linked-" + username);
    fleet.link(linked.id(), username);
    return linked;
  }

  private Answer createManaged(
      Program owner, String name, Map<String, String> channel, Map<String, String> schedule)
      throws Exception {
    return owner.createBot(bff, Program.managedBot(name, Program.job(channel, schedule)));
  }

  private Answer createdManaged(Program owner, String name) {
    try {
      return createManaged(owner, name, RELEASE, YEARLY);
    } catch (Exception e) {
      throw new CompletionException(e);
    }
  }

  private boolean isAccount(String username) {
    return mattermost.userByName(admin, username)
        instanceof dev.bricklayer.mattermost.Answer.Ok<MattermostUser>;
  }

  private ChannelId release() {
    return new ChannelId(fleet.mattermost().demo().channelId("release"));
  }

  private MattermostUserId lenasUser() {
    return new MattermostUserId(fleet.mattermost().demo().userId("lena"));
  }

  private Map<String, Object> bot(String name) {
    return Program.bot(name, fleet.mattermost().demo().botToken(), Program.job(RELEASE, YEARLY));
  }

  private void refused(Answer answer, int status, String code, String pointer) {
    assertThat(answer.body().toString()).contains(code);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.pointer()).startsWith(pointer);
  }

  private Answer create(String name, Map<String, String> channel) throws Exception {
    return create(name, fleet.mattermost().demo().botToken(), channel);
  }

  private Answer create(String name, String token, Map<String, String> channel) throws Exception {
    return program.createBot(bff, Program.bot(name, token, Program.job(channel, YEARLY)));
  }

  private long rows(ServiceName service, String what) {
    return fleet.rows(service).sql("select count(*) from " + what).query(Long.class).single();
  }
}
