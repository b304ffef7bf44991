package dev.bricklayer.bff.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.bricklayer.bff.dialog.Forms;
import dev.bricklayer.bff.endings.Asker;
import dev.bricklayer.bff.intent.Form;
import dev.bricklayer.bff.intent.Voice;
import dev.bricklayer.bff.operation.Refusals;
import dev.bricklayer.bff.people.Habits;
import dev.bricklayer.bff.people.Place;
import dev.bricklayer.bff.people.Spot;
import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.LivingBot;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.mattermost.hooks.Dialog;
import dev.bricklayer.mattermost.hooks.Element;
import dev.bricklayer.problems.Wording;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every refusal at every place, in every form: an error under a name that no field has would close
 * the form on older clients, as if all were well.
 */
class BlameTest {

  private static final List<String> POINTERS =
      List.of(
          "",
          "/",
          "/name",
          "/nameless",
          "/credentials",
          "/credentials/kind",
          "/credentials/token",
          "/job",
          "/job/shortName",
          "/job/text",
          "/job/schedule",
          "/job/schedule/cron",
          "/job/schedule/timeZone",
          "/job/channel",
          "/job/channel/directTo",
          "/job/missed/within",
          "/shortName",
          "/text",
          "/schedule/at",
          "/schedule/timeZone",
          "/channel",
          "/status",
          "/notBefore",
          "/elsewhere");

  private static final LivingBot LIVING = LivingBot.make();
  private static final Spot SPOT = new Spot("channel", "release", "acme");

  private final Forms forms = BffWorld.shared().patient().getBean(Forms.class);

  static Stream<Form> forms() {
    return Stream.concat(
        Arrays.stream(Voice.values()).map(voice -> new Form.NewBot(voice, SPOT)),
        Stream.of(
            new Form.RenameBot(LIVING.bot()),
            new Form.NewReminder(LIVING.bot(), SPOT),
            new Form.EditReminder(LIVING.bot(), LIVING.job(), 1, SPOT),
            new Form.Silence(LIVING.bot(), LIVING.job(), 1),
            new Form.NewToken(LIVING.bot())));
  }

  /** A dialog refuses what Mattermost would cut: it counts bytes, and Russian letters have two. */
  @ParameterizedTest
  @MethodSource("forms")
  void everyLabelIsShownWhole(Form form) {
    for (Locale locale : Wording.LANGUAGES) {
      Sheet sheet = forms.open(form, asker(locale)).sheet(FilledIn.NOTHING);
      assertThatCode(
              () ->
                  new Dialog(
                      sheet.title(),
                      sheet.introduction(),
                      sheet.submit(),
                      "state",
                      sheet.elements()))
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void noErrorStandsUnderANameThatNoFieldHas(Form form) {
    for (Locale locale : Wording.LANGUAGES) {
      OpenForm open = forms.open(form, asker(locale));
      Set<String> fields =
          open.sheet(FilledIn.NOTHING).elements().stream()
              .map(Element::name)
              .collect(Collectors.toSet());
      assertThat(fields).as("whom it blames").containsAll(open.blame().values());
      for (RefusalCode code : RefusalCode.values()) {
        for (String pointer : POINTERS) {
          Sent.Wrong wrong = Blame.of(Refusals.problem(Refusal.of(code, pointer)), open, locale);
          assertThat(fields).as(code + " at " + pointer).containsAll(wrong.errors().keySet());
          assertThat(wrong.error()).as("something is always said").isNotBlank();
        }
      }
    }
  }

  private static Asker asker(Locale locale) {
    return new Asker(
        new MattermostUserId("somebody"),
        LIVING.owner(),
        new Habits(locale, ZoneId.of("Europe/Berlin")),
        new Place.InDirect());
  }
}
