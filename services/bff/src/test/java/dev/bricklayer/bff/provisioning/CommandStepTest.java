package dev.bricklayer.bff.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.mattermost.Command;
import dev.bricklayer.mattermost.CommandId;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.mattermost.NewCommand;
import dev.bricklayer.mattermost.TeamId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done about the command in a team, by what is there. */
class CommandStepTest {

  private static final String ID = "0198c0de-0000-7000-8000-000000000001";
  private static final Identity OURS =
      new Identity(ID, URI.create("https://bff.example.org/mattermost/slash"), Locale.ENGLISH);
  private static final NewCommand WANTED = OURS.command(new TeamId("t1"));

  private static Command like(NewCommand wanted) {
    return new Command(
        new CommandId("c1"),
        wanted.team(),
        new MattermostUserId("u1"),
        wanted.trigger(),
        wanted.url().toString(),
        true,
        wanted.displayName(),
        wanted.description(),
        true,
        wanted.hint(),
        wanted.completion(),
        wanted.username(),
        new AccessToken("token"));
  }

  private static Command calling(String url, String description) {
    NewCommand w = WANTED;
    return like(
        new NewCommand(
            w.team(),
            w.trigger(),
            URI.create(url),
            w.displayName(),
            description,
            w.hint(),
            w.completion(),
            w.username()));
  }

  private static CommandStep step(boolean adopt, Command... there) {
    return CommandStep.of(List.of(there), WANTED, OURS, adopt);
  }

  @Test
  void whatIsRightIsLeftAlone() {
    assertThat(step(false, like(WANTED))).isInstanceOf(CommandStep.Keep.class);
    assertThat(step(true, like(WANTED))).isInstanceOf(CommandStep.Keep.class);
  }

  @Test
  void aMissingOneIsMade() {
    assertThat(step(false)).isEqualTo(new CommandStep.Make());
  }

  @Test
  void oursAtAnotherAddressIsMended() {
    Command moved = calling("http://10.0.0.7:8080/mattermost/slash", WANTED.description());
    assertThat(step(false, moved)).isEqualTo(new CommandStep.Mend(moved));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://bff.example.org/mattermost/slash",
        "https://other.example.org/mattermost/slash"
      })
  void oneWithoutOurIdIsSomebodyElses(String url) {
    Command foreign = calling(url, "Reminders. Installation of somebody else");
    assertThat(step(false, foreign)).isEqualTo(new CommandStep.Leave(foreign));
    assertThat(step(true, foreign)).isEqualTo(new CommandStep.Adopt(foreign));
  }

  @Test
  void oneThatCallsSomethingElseIsSomebodyElsesWhateverItSays() {
    Command foreign = calling("https://other.example.org/hooks", WANTED.description());
    assertThat(step(false, foreign)).isEqualTo(new CommandStep.Leave(foreign));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void whatIsWrittenFitsMattermostsLimits(String language) {
    Identity identity = new Identity(ID, OURS.hook(), Locale.of(language));
    NewCommand command = identity.command(new TeamId("t1"));
    assertThat(command.description().getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThanOrEqualTo(128);
    assertThat(command.displayName().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(64);
    assertThat(identity.bot().description()).contains(ID);
    assertThat(identity.tokenDescription()).contains(ID).hasSizeLessThanOrEqualTo(255);
  }
}
