package dev.bricklayer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BelongingsTest {

  private final List<String> closed = Collections.synchronizedList(new ArrayList<>());
  private final Belongings belongings = new Belongings();

  @Test
  void whatWasStartedLastIsStoppedFirstAndAFailureStopsNobodyElse() throws Exception {
    belongings.keep(() -> closing("first"));
    belongings.keep(
        () ->
            () -> {
              throw new IllegalStateException("stuck");
            });
    belongings.keep(() -> closing("third"));
    belongings.close();
    assertThat(closed).containsExactly("third", "first");
  }

  @Test
  void nothingIsStartedAnyMoreOnceTheyAreClosed() {
    belongings.close();
    assertThatThrownBy(() -> belongings.keep(() -> closing("late")))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void whatIsBeingStartedIsWaitedForAndStopped() throws Exception {
    CountDownLatch starting = new CountDownLatch(1);
    CountDownLatch mayGoOn = new CountDownLatch(1);
    Thread starter =
        Thread.startVirtualThread(
            () -> {
              try {
                belongings.keep(
                    () -> {
                      starting.countDown();
                      mayGoOn.await();
                      return closing("slow");
                    });
              } catch (Exception e) {
                closed.add(e.toString());
              }
            });
    starting.await();
    Thread stopper = Thread.startVirtualThread(belongings::close);
    mayGoOn.countDown();
    stopper.join();
    starter.join();
    assertThat(closed).containsExactly("slow");
  }

  private AutoCloseable closing(String name) {
    return () -> closed.add(name);
  }
}
