package dev.bricklayer.bff.signing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.signing.Seals.Purpose;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.sealing.OwnKey;
import dev.bricklayer.testkit.SettableClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What we gave away counts only as we gave it, to whom and for what. */
class SealsTest {

  private static final MattermostUserId LENA = new MattermostUserId("lenaid");
  private static final MattermostUserId BOB = new MattermostUserId("bobid");
  private static final Note NOTE = new Note("delete", 3);

  private final SettableClock clock = SettableClock.at("2026-10-12T07:00:00Z");
  private final Seals seals = sealsWith(new OwnKey(OwnKey.generate()));
  private final String sealed = seals.seal(Purpose.BUTTON, LENA, NOTE, Duration.ofHours(1));

  record Note(String what, int version) {}

  private Seals sealsWith(OwnKey key) {
    return new Seals(Optional.of(key), JsonMapper.shared(), clock);
  }

  @Test
  void opensWhatItSealed() {
    assertThat(seals.open(Purpose.BUTTON, LENA, sealed, Note.class)).contains(NOTE);
  }

  @Test
  void opensForNobodyElse() {
    assertThat(seals.open(Purpose.BUTTON, BOB, sealed, Note.class)).isEmpty();
  }

  @Test
  void opensForNoOtherPurpose() {
    assertThat(seals.open(Purpose.FORM, LENA, sealed, Note.class)).isEmpty();
  }

  @Test
  void opensNoLongerThanItIsGood() {
    clock.advance(Duration.ofMinutes(59));
    assertThat(seals.open(Purpose.BUTTON, LENA, sealed, Note.class)).isPresent();
    clock.advance(Duration.ofMinutes(1));
    assertThat(seals.open(Purpose.BUTTON, LENA, sealed, Note.class)).isEmpty();
  }

  @Test
  void opensNothingOfAnybodyElses() {
    Seals others = sealsWith(new OwnKey(OwnKey.generate()));
    assertThat(others.open(Purpose.BUTTON, LENA, sealed, Note.class)).isEmpty();
    assertThat(seals.open(Purpose.BUTTON, LENA, "", Note.class)).isEmpty();
    assertThat(seals.open(Purpose.BUTTON, LENA, "not base 64", Note.class)).isEmpty();
  }

  @Test
  void opensNothingThatWasChanged() {
    for (int i = 0; i < sealed.length(); i++) {
      char other = sealed.charAt(i) == 'A' ? 'B' : 'A';
      String changed = sealed.substring(0, i) + other + sealed.substring(i + 1);
      // The last character carries some bits that mean nothing.
      if (i < sealed.length() - 1) {
        assertThat(seals.open(Purpose.BUTTON, LENA, changed, Note.class)).as("at %d", i).isEmpty();
      }
    }
  }

  @Test
  void nobodyReadsItOnItsWay() {
    assertThat(sealed).matches("[A-Za-z0-9_-]+").doesNotContain("delete");
    assertThat(seals.seal(Purpose.BUTTON, LENA, NOTE, Duration.ofHours(1))).isNotEqualTo(sealed);
  }

  @Test
  void theSameIsTheSameAndTellsNothing() {
    assertThat(seals.fingerprint(NOTE)).isEqualTo(seals.fingerprint(new Note("delete", 3)));
    assertThat(seals.fingerprint(NOTE)).isNotEqualTo(seals.fingerprint(new Note("delete", 4)));
    assertThat(sealsWith(new OwnKey(OwnKey.generate())).fingerprint(NOTE))
        .as("without the key nobody can try what it was")
        .isNotEqualTo(seals.fingerprint(NOTE));
  }
}
