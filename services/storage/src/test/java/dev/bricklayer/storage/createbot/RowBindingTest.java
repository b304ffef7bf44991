package dev.bricklayer.storage.createbot;

import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.messaging.CallingReaction;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.storage.StorageUnderTest;
import dev.bricklayer.testkit.saga.BoundRows;
import dev.bricklayer.testkit.saga.BoundRows.BoundReaction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class RowBindingTest {

  @Test
  void everyRowOfStorageHasItsReactionAndEveryReactionItsRow() {
    ConfigurableApplicationContext context = StorageUnderTest.shared().context();
    Stream<BoundReaction> plain =
        context.getBeansOfType(Reaction.class).values().stream()
            .map(bean -> new BoundReaction(bean.getClass().getSimpleName(), bean.reactsTo()));
    Stream<BoundReaction> calling =
        context.getBeansOfType(CallingReaction.class).values().stream()
            .map(bean -> new BoundReaction(bean.getClass().getSimpleName(), bean.reactsTo()));
    BoundRows.check(Service.STORAGE, Stream.concat(plain, calling).toList());
  }
}
