package dev.bricklayer.bff.provisioning;

import static dev.bricklayer.bff.world.ProvisioningWorld.must;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.installation.Installation;
import dev.bricklayer.bff.provisioning.Finding.Grade;
import dev.bricklayer.bff.world.ProvisioningWorld;
import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.mattermost.Administration;
import dev.bricklayer.mattermost.Answer;
import dev.bricklayer.mattermost.Bot;
import dev.bricklayer.mattermost.Command;
import dev.bricklayer.mattermost.KnownToken;
import dev.bricklayer.mattermost.MattermostUser;
import dev.bricklayer.mattermost.NewBot;
import dev.bricklayer.mattermost.NewCommand;
import dev.bricklayer.mattermost.TeamId;
import dev.bricklayer.simulator.Settings;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** What is made in Mattermost, what is left alone, and what is taken away again. */
class ProvisionerTest {

  private final ProvisioningWorld world = new ProvisioningWorld(Settings.forTest());
  private final Administration administration = world.client().administration();
  private final AccessToken admin = world.admin();
  private final TeamId acme = new TeamId(world.mattermost().demo().teamId());

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void makesABotWithATokenAndACommandThatIsKnownByItsToken() {
    ConfigurableApplicationContext program = world.program();
    assertThat(grades(provision(program))).containsOnly(Grade.CHANGED);
    Installation installation = program.getBean(Installation.class);
    MattermostUser bot = must(world.client().me(installation.botToken().orElseThrow()));
    assertThat(bot.username()).isEqualTo("bricklayer");
    assertThat(installation.botUser()).contains(bot.id());
    Command command = command();
    assertThat(command.url()).isEqualTo("http://127.0.0.1:8080/mattermost/slash");
    assertThat(command.description()).contains(installation.id());
    assertThat(installation.isCommandToken(token(command))).isTrue();
  }

  @Test
  void changesNothingThatIsRight() {
    ConfigurableApplicationContext program = world.program();
    provision(program);
    Command command = command();
    Optional<AccessToken> token = program.getBean(Installation.class).botToken();
    assertThat(grades(provision(program))).containsOnly(Grade.GOOD);
    assertThat(command()).isEqualTo(command);
    assertThat(tokensOfTheBot()).hasSize(1);
    assertThat(program.getBean(Installation.class).botToken()).isEqualTo(token);
  }

  @Test
  void lookingTellsTheSameAndChangesNothing() {
    ConfigurableApplicationContext program = world.program();
    Provisioner provisioner = program.getBean(Provisioner.class);
    assertThat(grades(provisioner.look())).containsOnly(Grade.WRONG);
    assertThat(must(administration.commands(admin, acme))).isEmpty();
    provision(program);
    assertThat(grades(provisioner.look())).containsOnly(Grade.GOOD);
  }

  @Test
  void anotherProgramKnowsTheTokensOfWhatOneMade() {
    ConfigurableApplicationContext early = world.program();
    provision(world.program());
    Installation late = world.program().getBean(Installation.class);
    assertThat(late.isCommandToken(token(command()))).isTrue();
    assertThat(grades(provision(early))).containsOnly(Grade.GOOD);
    assertThat(early.getBean(Installation.class).botToken()).isEqualTo(late.botToken());
  }

  @Test
  void aCommandThatGotLostIsMadeAgain() {
    ConfigurableApplicationContext program = world.program();
    provision(program);
    Command lost = command();
    must(administration.deleteCommand(admin, lost.id()));
    assertThat(grades(provision(program))).contains(Grade.CHANGED);
    Installation installation = program.getBean(Installation.class);
    assertThat(installation.isCommandToken(token(command()))).isTrue();
    assertThat(installation.isCommandToken(token(lost))).isFalse();
  }

  @Test
  void ourCommandFollowsThePublicAddressAndKeepsItsToken() {
    provision(world.program());
    Command before = command();
    provision(world.program("bricklayer.public-url=https://bff.example.org/b"));
    assertThat(command().url()).isEqualTo("https://bff.example.org/b/mattermost/slash");
    assertThat(command().id()).isEqualTo(before.id());
    assertThat(command().token()).isEqualTo(before.token());
  }

  @Test
  void somebodyElsesCommandIsReportedAndLeftAlone() {
    Command foreign = foreignCommand();
    ConfigurableApplicationContext program = world.program();
    assertThat(wrong(provision(program))).singleElement().asString().contains(foreign.url());
    assertThat(command()).isEqualTo(foreign);
    assertThat(program.getBean(Installation.class).isCommandToken(token(foreign))).isFalse();
  }

  @Test
  void anAdoptedCommandIsOursAndHasAnotherToken() {
    Command foreign = foreignCommand();
    ConfigurableApplicationContext program = world.program();
    assertThat(wrong(program.getBean(Provisioner.class).provision(true))).isEmpty();
    assertThat(command().id()).isEqualTo(foreign.id());
    Installation installation = program.getBean(Installation.class);
    assertThat(installation.isCommandToken(token(command()))).isTrue();
    assertThat(installation.isCommandToken(token(foreign))).isFalse();
  }

  @Test
  void onlyChosenTeamsHaveTheCommand() {
    provision(world.program());
    List<Finding> findings = provision(world.program("bricklayer.provisioning.teams=no-such-team"));
    assertThat(must(administration.commands(admin, acme))).isEmpty();
    assertThat(wrong(findings)).singleElement().asString().contains("no-such-team");
  }

  @Test
  void aTokenThatStoppedWorkingIsReplacedAndNoneIsLeftBehind() {
    ConfigurableApplicationContext program = world.program();
    provision(program);
    KnownToken revoked = tokensOfTheBot().getFirst();
    must(administration.revokeToken(admin, revoked.id()));
    assertThat(grades(provision(program))).contains(Grade.CHANGED);
    assertThat(tokensOfTheBot()).hasSize(1).doesNotContain(revoked);
    Installation installation = program.getBean(Installation.class);
    assertThat(world.client().me(installation.botToken().orElseThrow()))
        .isInstanceOf(Answer.Ok.class);
  }

  @Test
  void aTokenWhoseMakingWasNotWrittenDownIsRevoked() {
    ConfigurableApplicationContext program = world.program();
    provision(program);
    Bot bot = bot();
    KnownToken kept = tokensOfTheBot().getFirst();
    String ours = kept.description();
    must(administration.createToken(admin, bot.id(), ours));
    must(administration.createToken(admin, bot.id(), "made by hand"));
    must(administration.revokeToken(admin, kept.id()));
    provision(program);
    assertThat(tokensOfTheBot())
        .extracting(KnownToken::description)
        .contains("made by hand")
        .containsOnlyOnce(ours);
  }

  @Test
  void aBotThatWasSwitchedOffIsSwitchedOnAgain() {
    ConfigurableApplicationContext program = world.program();
    provision(program);
    must(administration.disableBot(admin, bot().id()));
    assertThat(grades(provision(program))).contains(Grade.CHANGED);
    assertThat(bot().disabled()).isFalse();
  }

  @Test
  void somebodyElsesBotIsReportedUnlessAdopted() {
    Bot foreign =
        must(administration.createBot(admin, new NewBot("bricklayer", "Walls", "Lays bricks")));
    ConfigurableApplicationContext program = world.program();
    assertThat(wrong(provision(program))).singleElement().asString().contains("Lays bricks");
    assertThat(bot()).isEqualTo(foreign);
    assertThat(program.getBean(Installation.class).botToken()).isEmpty();
    assertThat(wrong(program.getBean(Provisioner.class).provision(true))).isEmpty();
    assertThat(program.getBean(Installation.class).botUser()).contains(foreign.id());
  }

  @Test
  void whatIsRemovedStaysAwayUntilSomebodyWantsItAgain() {
    ConfigurableApplicationContext program = world.program();
    Provisioner provisioner = program.getBean(Provisioner.class);
    provision(program);
    Bot bot = bot();
    assertThat(grades(provisioner.remove())).containsOnly(Grade.CHANGED);
    assertThat(must(administration.commands(admin, acme))).isEmpty();
    assertThat(bot().disabled()).isTrue();
    assertThat(tokensOfTheBot()).isEmpty();
    assertThat(program.getBean(Installation.class).botToken()).isEmpty();
    assertThat(provisioner.isOff()).isTrue();
    new ProvisionRegularly(provisioner).provision();
    assertThat(must(administration.commands(admin, acme))).isEmpty();
    assertThat(grades(provisioner.remove())).containsOnly(Grade.GOOD);

    assertThat(grades(provision(program))).containsOnly(Grade.CHANGED);
    assertThat(bot()).isEqualTo(bot);
    assertThat(provisioner.isOff()).isFalse();
  }

  @Test
  void removingLeavesSomebodyElsesCommand() {
    Command foreign = foreignCommand();
    world.program().getBean(Provisioner.class).remove();
    assertThat(command()).isEqualTo(foreign);
  }

  @Test
  void oneCopyProvisionsAtATime() {
    OneAtATime lock = world.program().getBean(OneAtATime.class);
    ConfigurableApplicationContext other = world.program();
    Optional<List<Finding>> findings = lock.run(() -> provision(other));
    assertThat(grades(findings.orElseThrow())).containsExactly(Grade.ODD);
    assertThat(must(administration.commands(admin, acme))).isEmpty();
    assertThat(grades(provision(other))).containsOnly(Grade.CHANGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "of a bot"})
  void aTokenThatIsNoAdministratorsMakesNothingAndIsTold(String token) {
    String bots = world.mattermost().demo().botToken();
    String given = token.replace("of a bot", bots);
    List<Finding> findings = provision(world.program("bricklayer.mattermost.admin-token=" + given));
    assertThat(wrong(findings))
        .singleElement()
        .asString()
        .contains("BRICKLAYER_MATTERMOST_ADMIN_TOKEN");
    assertThat(must(administration.commands(admin, acme))).isEmpty();
  }

  @Test
  void withoutAKeyTheTokenIsNotMadeButTheCommandIs() {
    List<Finding> findings = provision(world.program("bricklayer.own-key="));
    assertThat(wrong(findings)).singleElement().asString().contains("BRICKLAYER_OWN_KEY");
    assertThat(command()).isNotNull();
  }

  @Test
  void whatCanBeMadeByHandIsToldWithItsValuesUntilItIsThere() {
    String[] none = {"bricklayer.mattermost.admin-token="};
    ConfigurableApplicationContext program = world.program(none);
    String id = program.getBean(Installation.class).id();
    assertThat(program.getBean(Provisioner.class).instructions().toString())
        .contains(id, "http://127.0.0.1:8080/mattermost/slash");
    ConfigurableApplicationContext able = world.program();
    assertThat(able.getBean(Provisioner.class).instructions()).isEmpty();
    provision(able);
    assertThat(program.getBean(Provisioner.class).instructions()).isEmpty();
  }

  @Test
  void aMattermostThatIsAwayIsTold() {
    ConfigurableApplicationContext program = world.program();
    world.mattermost().down();
    assertThat(wrong(provision(program))).singleElement().asString().contains("no way");
  }

  private static List<Finding> provision(ConfigurableApplicationContext program) {
    return program.getBean(Provisioner.class).provision(false);
  }

  private static List<Grade> grades(List<Finding> findings) {
    return findings.stream().map(Finding::grade).toList();
  }

  private static List<String> wrong(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.grade() == Grade.WRONG)
        .map(finding -> finding.words().toString())
        .toList();
  }

  private Command foreignCommand() {
    return must(
        administration.createCommand(
            admin,
            new NewCommand(
                acme,
                "bricklayer",
                URI.create("http://127.0.0.1:9/walls"),
                "Walls",
                "Lays bricks",
                "",
                "",
                "")));
  }

  private Command command() {
    return must(administration.commands(admin, acme)).getFirst();
  }

  private static String token(Command command) {
    return Objects.requireNonNull(command.token()).value();
  }

  private Bot bot() {
    MattermostUser account = must(world.client().userByName(admin, "bricklayer"));
    return must(administration.bot(admin, account.id()));
  }

  private List<KnownToken> tokensOfTheBot() {
    return must(administration.tokens(admin, bot().id(), 0, 100));
  }
}
