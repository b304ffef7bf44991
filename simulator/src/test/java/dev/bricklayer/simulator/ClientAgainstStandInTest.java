package dev.bricklayer.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.mattermost.Answer;
import dev.bricklayer.mattermost.Channel;
import dev.bricklayer.mattermost.ChannelId;
import dev.bricklayer.mattermost.ChannelMember;
import dev.bricklayer.mattermost.ClientSettings;
import dev.bricklayer.mattermost.ErrorIds;
import dev.bricklayer.mattermost.Health;
import dev.bricklayer.mattermost.MattermostClient;
import dev.bricklayer.mattermost.MattermostUser;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.mattermost.NewPost;
import dev.bricklayer.mattermost.Post;
import dev.bricklayer.mattermost.ServerSettings;
import dev.bricklayer.simulator.api.RateLimit;
import dev.bricklayer.simulator.config.Setting;
import dev.bricklayer.simulator.config.Switches;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Every call of the client against the stand-in, for both server versions. */
@ParameterizedClass
@ValueSource(strings = {"9.10", "11.6"})
class ClientAgainstStandInTest {

  @Parameter String version;

  private StandInMattermost standIn;
  private MattermostClient client;
  private AccessToken bot;
  private ChannelId release;

  @BeforeEach
  void start() {
    start(Settings.forTest().withVersion(version));
  }

  private void start(Settings settings) {
    standIn = StandInMattermost.start(settings);
    client =
        new MattermostClient(
            new ClientSettings(
                standIn.address(), Duration.ofSeconds(20), Duration.ofSeconds(60), "test"));
    bot = new AccessToken(standIn.demo().botToken());
    release = new ChannelId(standIn.demo().channelId("release"));
  }

  @AfterEach
  void close() {
    client.close();
    standIn.close();
  }

  private void restart(Settings settings) {
    close();
    start(settings);
  }

  private static <T> T value(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Ok.class);
    return ((Answer.Ok<T>) answer).value();
  }

  private MattermostUserId user(String name) {
    return new MattermostUserId(standIn.demo().userId(name));
  }

  private ChannelId channel(String name) {
    return new ChannelId(standIn.demo().channelId(name));
  }

  @Test
  void whoeverHasASessionReadsWhatRolesAllow() {
    assertThat(value(client.permissionsOf(bot, Set.of("channel_user", "nobodys_role"))))
        .contains("use_channel_mentions", "create_post");
    assertThat(value(client.permissionsOf(bot, Set.of("team_user", "system_user"))))
        .doesNotContain("use_channel_mentions");
  }

  @Test
  void pingTellsTheVersion() {
    assertThat(value(client.ping())).isEqualTo(new Health("OK", version + ".0"));
  }

  @Test
  void publicSettingsTellWhichServerItIs() {
    ServerSettings settings = value(client.clientConfig());
    assertThat(settings.serverId()).hasSize(26);
    assertThat(settings.version()).isEqualTo(version + ".0");
    assertThat(settings.siteUrl()).isEqualTo(standIn.address().toString());
    assertThat(settings.isOn("EnableBotAccountCreation")).isTrue();
  }

  @Test
  void meIsABotForABotsToken() {
    MattermostUser me = value(client.me(bot));
    assertThat(me.bot()).isTrue();
    assertThat(me.username()).isEqualTo("standup");
    assertThat(me.systemAdministrator()).isFalse();
  }

  @Test
  void meIsNoBotForAPersonsToken() {
    MattermostUser me = value(client.me(new AccessToken(standIn.demo().adminToken())));
    assertThat(me.bot()).isFalse();
    assertThat(me.systemAdministrator()).isTrue();
  }

  @Test
  void aWrongTokenIsRefused() {
    assertThat(client.me(new AccessToken("x".repeat(26))))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(401);
              assertThat(refused.hasErrorId(ErrorIds.SESSION_EXPIRED)).isTrue();
            });
  }

  @Test
  void aPersonIsFoundByIdAndByName() {
    MattermostUser bob = value(client.user(bot, user("bob")));
    assertThat(bob.locale()).isEqualTo("ru");
    assertThat(bob.zone()).isEqualTo(ZoneId.of("Europe/Moscow"));
    assertThat(value(client.userByName(bot, "bob"))).isEqualTo(bob);
    assertThat(client.userByName(bot, "nobody")).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void aChannelIsFoundByIdAndByNameArchivedOnesToo() {
    Channel old = value(client.channel(bot, channel("old")));
    assertThat(old.archived()).isTrue();
    assertThat(value(client.channelByName(bot, "acme", "old"))).isEqualTo(old);
    Channel found = value(client.channelByName(bot, "acme", "release"));
    assertThat(found.id()).isEqualTo(release);
    assertThat(found.kind()).isEqualTo(Channel.Kind.OPEN);
  }

  @Test
  void aPrivateChannelOfOthersIsNotThereByNameAndForbiddenById() {
    assertThat(client.channelByName(bot, "acme", "secret"))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused -> assertThat(refused.errorId()).isEqualTo(ErrorIds.CHANNEL_BY_NAME_MISSING));
    assertThat(client.channel(bot, channel("secret")))
        .isInstanceOfSatisfying(
            Answer.Refused.class, refused -> assertThat(refused.status()).isEqualTo(403));
  }

  @Test
  void membershipIsToldToMembers() {
    ChannelMember lena = value(client.channelMember(bot, release, user("lena")));
    assertThat(lena.user()).isEqualTo(user("lena"));
    Caller.admin(standIn)
        .call("DELETE", "/api/v4/channels/" + release + "/members/" + user("lena"), "");
    assertThat(client.channelMember(bot, release, user("lena")))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused -> assertThat(refused.errorId()).isEqualTo(ErrorIds.CHANNEL_MEMBER_MISSING));
    assertThat(client.channelMember(bot, channel("old"), user("lena")))
        .isInstanceOfSatisfying(
            Answer.Refused.class, refused -> assertThat(refused.status()).isEqualTo(403));
  }

  @Test
  void aPostIsReadBackWithItsProps() {
    Map<String, Object> props = Map.of("bricklayer", Map.of("job", "j1", "occurrence", "o1"));
    Post made = value(client.createPost(bot, new NewPost(release, "Hello ✓", "o1", props)));
    assertThat(made.pendingPostId()).isEqualTo("o1");
    assertThat(made.author()).isEqualTo(value(client.me(bot)).id());

    List<Post> since = value(client.postsSince(bot, release, made.createdAt().minusMillis(1)));
    List<Post> page = value(client.posts(bot, release, 0, 10));
    assertThat(since).isEqualTo(page);
    assertThat(since)
        .singleElement()
        .satisfies(
            post -> {
              assertThat(post.id()).isEqualTo(made.id());
              assertThat(post.message()).isEqualTo("Hello ✓");
              assertThat(post.prop("bricklayer")).isEqualTo(props.get("bricklayer"));
              assertThat(post.deleted()).isFalse();
            });
    assertThat(value(client.postsSince(bot, release, made.createdAt()))).isEmpty();
  }

  @Test
  void deletedPostsAreInWhatHappenedSinceButOnNoPage() {
    Post made = value(client.createPost(bot, new NewPost(release, "Hello", "", Map.of())));
    Caller.bot(standIn).call("DELETE", "/api/v4/posts/" + made.id(), "");
    assertThat(value(client.postsSince(bot, release, made.createdAt().minusMillis(1))))
        .singleElement()
        .matches(Post::deleted);
    assertThat(value(client.posts(bot, release, 0, 10))).isEmpty();
  }

  @Test
  void pagesTogetherHoldEveryPostOnce() {
    List<String> made =
        IntStream.range(0, 25)
            .mapToObj(i -> new NewPost(release, "no. " + i, "", Map.of()))
            .map(post -> value(client.createPost(bot, post)).id().value())
            .toList();
    List<String> read =
        IntStream.range(0, 3)
            .boxed()
            .flatMap(page -> value(client.posts(bot, release, page, 10)).stream())
            .map(post -> post.id().value())
            .toList();
    assertThat(read).isEqualTo(made.reversed());
    assertThat(value(client.posts(bot, release, 3, 10))).isEmpty();
    assertThat(new HashSet<>(read)).hasSize(25);
  }

  @Test
  void postingWhereItIsNotAllowedIsRefusedWithItsReason() {
    assertThat(errorOf(client.createPost(bot, new NewPost(channel("secret"), "x", "", Map.of()))))
        .isEqualTo(ErrorIds.NO_PERMISSION);
    assertThat(
            errorOf(client.createPost(bot, new NewPost(new ChannelId("gone"), "x", "", Map.of()))))
        .isEqualTo(ErrorIds.NO_PERMISSION);
    Caller.admin(standIn).call("DELETE", "/api/v4/channels/" + release, "");
    assertThat(errorOf(client.createPost(bot, new NewPost(release, "x", "", Map.of()))))
        .isEqualTo(ErrorIds.CHANNEL_ARCHIVED);
  }

  @Test
  void aMessageThatIsTooLongIsRefused() {
    NewPost post = new NewPost(release, "я".repeat(16_384), "", Map.of());
    assertThat(Set.of(ErrorIds.MESSAGE_TOO_LONG, ErrorIds.MESSAGE_TOO_LONG_9))
        .contains(errorOf(client.createPost(bot, post)));
  }

  private static String errorOf(Answer<?> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<?>) answer).errorId();
  }

  @Test
  void aDirectChannelIsMadeOnce() {
    MattermostUserId me = value(client.me(bot)).id();
    Channel made = value(client.createDirectChannel(bot, me, user("lena")));
    assertThat(made.kind()).isEqualTo(Channel.Kind.DIRECT);
    assertThat(made.team()).isNull();
    assertThat(value(client.createDirectChannel(bot, me, user("lena")))).isEqualTo(made);
    assertThat(client.createPost(bot, new NewPost(made.id(), "psst", "", Map.of())))
        .isInstanceOf(Answer.Ok.class);
    assertThat(errorOf(client.createDirectChannel(bot, user("lena"), user("bob"))))
        .isEqualTo(ErrorIds.NO_PERMISSION);
  }

  @Test
  void directChannelsMayBeRestrictedToTeamMates() {
    restart(
        Settings.forTest()
            .withVersion(version)
            .withSwitches(Switches.OPEN.with(Setting.RESTRICT_DIRECT_MESSAGE, "team")));
    MattermostUserId me = value(client.me(bot)).id();
    assertThat(client.createDirectChannel(bot, me, user("lena"))).isInstanceOf(Answer.Ok.class);
    String team = standIn.demo().teamId();
    Caller.admin(standIn).call("DELETE", "/api/v4/teams/" + team + "/members/" + user("bob"), "");
    assertThat(errorOf(client.createDirectChannel(bot, me, user("bob"))))
        .isEqualTo(ErrorIds.DIRECT_CHANNEL_RESTRICTED);
  }

  @Test
  void theRateLimiterTellsItsNumbers() {
    restart(Settings.forTest().withVersion(version).withRateLimit(new RateLimit(1, 2)));
    assertThat(client.ping())
        .isInstanceOfSatisfying(
            Answer.Ok.class,
            ok -> {
              assertThat(ok.allowance()).isNotNull();
              assertThat(ok.allowance().limit()).isEqualTo(3);
              assertThat(ok.allowance().remaining()).isEqualTo(2);
            });
    Answer<Health> answer = client.ping();
    for (int i = 0; i < 200 && answer instanceof Answer.Ok; i++) {
      answer = client.ping();
    }
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Throttled.class,
            throttled -> {
              assertThat(throttled.retryAfter()).isEqualTo(Duration.ofSeconds(1));
              assertThat(throttled.allowance()).isNotNull();
            });
  }
}
