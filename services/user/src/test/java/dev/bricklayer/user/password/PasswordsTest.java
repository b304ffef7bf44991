package dev.bricklayer.user.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bricklayer.problems.Problem;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class PasswordsTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void aPasswordMatchesItsOwnHashAlone() {
    Passwords passwords = passwords(DataSize.ofMegabytes(1), 2, Duration.ofSeconds(60));
    String hash = passwords.hash("six-blue-bricks");

    assertThat(passwords.matches("six-blue-bricks", Optional.of(hash))).isTrue();
    assertThat(passwords.matches("Six-blue-bricks", Optional.of(hash))).isFalse();
    assertThat(passwords.hash("six-blue-bricks")).isNotEqualTo(hash);
  }

  @Test
  void nobodysPasswordTakesTheSameWork() {
    Passwords passwords = passwords(DataSize.ofMegabytes(1), 2, Duration.ofSeconds(60));
    long before = hashes();

    assertThat(passwords.matches("a password that nobody has", Optional.empty())).isFalse();

    assertThat(hashes() - before).isEqualTo(1);
  }

  @Test
  void aLetterIsTheSameHoweverTheKeyboardComposesIt() {
    Passwords passwords = passwords(DataSize.ofMegabytes(1), 2, Duration.ofSeconds(60));

    assertThat(
            passwords.matches("scho\u0308n-und-gut", Optional.of(passwords.hash("schön-und-gut"))))
        .isTrue();
  }

  @Test
  void whoFindsNoTurnIsToldToComeAgain() throws Exception {
    Passwords passwords = passwords(DataSize.ofMegabytes(64), 1, Duration.ZERO);
    CountDownLatch busy = new CountDownLatch(1);

    try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> hashed = others.submit(() -> hashUntilRefused(passwords, busy));
      Future<Integer> alsoHashed = others.submit(() -> hashUntilRefused(passwords, busy));

      assertThat(hashed.get() + alsoHashed.get()).isPositive();
      assertThat(busy.getCount()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"password", "12345678", "qwertyui", "Password1", "iloveyou", "11111111"})
  void whatEverybodyTriesFirstIsCommon(String password) {
    assertThat(new CommonPasswords().contains(password)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"six-blue-bricks", "correct horse battery staple", "ключ от сарая"})
  void whatFewWouldTryIsNot(String password) {
    assertThat(new CommonPasswords().contains(password)).isFalse();
  }

  /** Ends when one of those who do it at the same time has met a no. */
  private static int hashUntilRefused(Passwords passwords, CountDownLatch busy) {
    int done = 0;
    while (busy.getCount() > 0) {
      Problem no = catchThrowableOfType(Problem.class, () -> passwords.hash("six-blue-bricks"));
      if (no == null) {
        done++;
      } else {
        assertThat(no.code()).isEqualTo("busy");
        assertThat(no.headers()).containsKey("Retry-After");
        busy.countDown();
      }
    }
    return done;
  }

  private Passwords passwords(DataSize memory, int atOnce, Duration patience) {
    return new Passwords(new PasswordSettings(memory, 1, atOnce, patience), meters);
  }

  private long hashes() {
    return meters.get("bricklayer.password.hash").timer().count();
  }
}
