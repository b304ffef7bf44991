package dev.bricklayer.constructor.createbot;

import dev.bricklayer.constructor.ConstructorUnderTest;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.messaging.CallingReaction;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.testkit.saga.BoundRows;
import dev.bricklayer.testkit.saga.BoundRows.BoundReaction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class RowBindingTest {

  @Test
  void everyRowOfConstructorHasItsReactionAndEveryReactionItsRow() {
    ConfigurableApplicationContext context = ConstructorUnderTest.shared().context();
    Stream<BoundReaction> plain =
        context.getBeansOfType(Reaction.class).values().stream()
            .map(bean -> new BoundReaction(bean.getClass().getSimpleName(), bean.reactsTo()));
    Stream<BoundReaction> calling =
        context.getBeansOfType(CallingReaction.class).values().stream()
            .map(bean -> new BoundReaction(bean.getClass().getSimpleName(), bean.reactsTo()));
    BoundRows.check(Service.CONSTRUCTOR, Stream.concat(plain, calling).toList());
  }
}
