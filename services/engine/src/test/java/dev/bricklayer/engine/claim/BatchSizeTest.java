package dev.bricklayer.engine.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Batches as large as the machine takes them. */
class BatchSizeTest {

  private static final Duration QUICK = Duration.ofMillis(100);
  private static final Duration SLOW = Duration.ofSeconds(1);

  private final BatchSize size = new BatchSize(5_000);

  @Test
  void growsWhileBatchesAreQuickAndNoFurtherThanItMay() {
    assertThat(size.now()).isEqualTo(500);
    size.took(500, QUICK);
    assertThat(size.now()).isEqualTo(1_000);
    for (int i = 0; i < 5; i++) {
      size.took(size.now(), QUICK);
    }
    assertThat(size.now()).isEqualTo(5_000);
  }

  @Test
  void halvesWhenOneTakesLongOrFails() {
    size.took(500, SLOW);
    assertThat(size.now()).isEqualTo(250);
    size.failed(250);
    assertThat(size.now()).isEqualTo(125);
    size.failed(4);
    assertThat(size.now()).isEqualTo(50);
  }

  @Test
  void staysWhereItIsNeitherQuickNorLong() {
    size.took(500, Duration.ofMillis(500));
    assertThat(size.now()).isEqualTo(500);
  }

  @Test
  void aSmallSettingIsKept() {
    BatchSize small = new BatchSize(10);
    small.failed(10);
    assertThat(small.now()).isEqualTo(10);
  }
}
