package dev.bricklayer.bff.undelivered;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** A text in pieces is the same text. */
class PiecesTest {

  @Test
  void aShortTextIsOnePiece() {
    assertThat(Pieces.of("Stand-up!", 20)).containsExactly("Stand-up!");
  }

  @Test
  void isCutBehindALine() {
    assertThat(Pieces.of("one two\nthree four", 10)).containsExactly("one two\n", "three four");
  }

  @Test
  void isCutBehindABlankWhereNoLineEnds() {
    assertThat(Pieces.of("one two three four", 10)).containsExactly("one two ", "three four");
  }

  @Test
  void noCharacterIsCutInTwo() {
    assertThat(Pieces.of("😀😀😀", 3)).containsExactly("😀", "😀", "😀");
  }

  @RepeatedTest(50)
  void nothingIsLostAndNothingIsTooLong(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      text.append(List.of("a", "ы", " ", "\n", "😀", "word ").get(random.nextInt(6)));
    }
    List<String> pieces = Pieces.of(text.toString(), 20 + random.nextInt(50));
    assertThat(String.join("", pieces)).isEqualTo(text.toString());
    assertThat(pieces).allMatch(piece -> piece.length() <= 70);
  }
}
