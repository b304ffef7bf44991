package dev.bricklayer.bff.slash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed is understood, from whatever keyboard it comes. */
class ListenerTest {

  private static final Utterance STAND_UP =
      new Utterance.Add("standup", "Time, folks!", "weekdays 10:00", Optional.of("~dev"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "add standup \"Time, folks!\" weekdays 10:00 in ~dev",
        "ADD standup “Time, folks!” weekdays 10:00 in ~dev",
        "add standup „Time, folks!“ weekdays 10:00 ~dev",
        "добавь standup «Time, folks!» weekdays 10:00 в ~dev",
        "  add   \"standup\"   \"Time, folks!\"\nweekdays\n10:00 in ~dev ",
        "add standup \"Time, folks!\" weekdays\u00a010:00 in ~dev",
      })
  void addsAReminder(String typed) {
    assertThat(Listener.understand(typed)).isEqualTo(STAND_UP);
  }

  @Test
  void leavesTheTextAsItIs() {
    assertThat(Listener.understand("add b \"Line — one,\n@here ~town: a--b\" daily 9:00"))
        .isEqualTo(
            new Utterance.Add(
                "b", "Line — one,\n@here ~town: a--b", "daily 9:00", Optional.empty()));
  }

  @Test
  void makesLongDashesShortWhereTheyAreNotText() {
    assertThat(Listener.understand("add b \"t\" Mon–Fri 9:00"))
        .isEqualTo(new Utterance.Add("b", "t", "Mon-Fri 9:00", Optional.empty()));
    assertThat(Listener.understand("add b \"t\" Mon--Fri 9:00"))
        .isEqualTo(new Utterance.Add("b", "t", "Mon-Fri 9:00", Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({"pause", "resume", "edit", "delete", "link", "add", "пауза", "удали", "измени"})
  void saysWhatIsMissing(String verb) {
    assertThat(Listener.understand(verb))
        .isEqualTo(new Utterance.Incomplete(Verb.of(verb).orElseThrow()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"add b", "add b text weekdays 10:00", "add \"text\" 9:00"})
  void anAdditionHasABotAndAText(String typed) {
    assertThat(Listener.understand(typed)).isEqualTo(new Utterance.Incomplete(Verb.ADD));
  }

  @Test
  void leavesTheTimeToBeChosen() {
    assertThat(Listener.understand("add b \"t\""))
        .isEqualTo(new Utterance.Add("b", "t", "", Optional.empty()));
    assertThat(Listener.understand("add b \"t\" in ~dev"))
        .isEqualTo(new Utterance.Add("b", "t", "", Optional.of("~dev")));
  }

  @Test
  void knowsNamesWithBlanksAndSlashes() {
    assertThat(Listener.understand("pause Stand up/the daily one"))
        .isEqualTo(new Utterance.Pause("Stand up/the daily one"));
    assertThat(Listener.understand("удали «Планёрка»")).isEqualTo(new Utterance.Delete("Планёрка"));
  }

  @Test
  void isSilentForAWhileOrStandsStill() {
    assertThat(Listener.understand("skip standup/daily"))
        .isEqualTo(new Utterance.Skip("standup/daily"));
    assertThat(Listener.understand("пауза утро до понедельника"))
        .isEqualTo(new Utterance.PauseUntil("утро", "понедельника", "утро до понедельника"));
    assertThat(Listener.understand("pause the daily until tomorrow 15:00"))
        .isEqualTo(
            new Utterance.PauseUntil(
                "the daily", "tomorrow 15:00", "the daily until tomorrow 15:00"));
    assertThat(Listener.understand("pause daily until"))
        .isEqualTo(new Utterance.PauseUntil("daily", "", "daily until"));
    assertThat(Listener.understand("pause \"wait until dark\""))
        .isEqualTo(new Utterance.Pause("wait until dark"));
  }

  @Test
  void listsAllOrHere() {
    assertThat(Listener.understand("list")).isEqualTo(new Utterance.List(false));
    assertThat(Listener.understand("list here")).isEqualTo(new Utterance.List(true));
    assertThat(Listener.understand("список здесь")).isEqualTo(new Utterance.List(true));
  }

  @ParameterizedTest
  @CsvSource({
    "lits, list",
    "puase, pause",
    "delet, delete",
    "удоли, удали",
    "спсок, список",
    "hepl, help"
  })
  void namesTheNearest(String typed, String nearest) {
    assertThat(Listener.understand(typed))
        .isEqualTo(new Utterance.Unknown(typed, Optional.of(nearest)));
  }

  @Test
  void namesNothingForWhatIsNearNothing() {
    assertThat(Listener.understand("xyzzy"))
        .isEqualTo(new Utterance.Unknown("xyzzy", Optional.empty()));
    assertThat(Listener.understand("`@all`"))
        .isEqualTo(new Utterance.Unknown("@all", Optional.empty()));
    assertThat(Listener.understand("x".repeat(5000)))
        .isEqualTo(new Utterance.Unknown("x".repeat(30) + "…", Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\n", "menu", "МЕНЮ", "\"", "«»"})
  void isTheMenuWhereNothingIsSaid(String typed) {
    assertThat(Listener.understand(typed))
        .isInstanceOfAny(Utterance.Menu.class, Utterance.Unknown.class);
  }
}
