package dev.bricklayer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BoundToParentTest {

  @Test
  void aProcessEndsWhenTheOtherEndOfItsInputIsClosed() throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                BoundToParent.class.getName(),
                Endless.class.getName())
            .start();
    assertThat((char) child.getInputStream().read()).isEqualTo('!');
    assertThat(child.isAlive()).isTrue();
    child.getOutputStream().close();
    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isEqualTo(1);
  }

  /** A program that would never end by itself. */
  public static final class Endless {

    private Endless() {}

    public static void main(String[] arguments) throws InterruptedException {
      System.out.println('!');
      new CountDownLatch(1).await();
    }
  }
}
