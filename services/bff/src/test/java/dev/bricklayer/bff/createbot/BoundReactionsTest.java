package dev.bricklayer.bff.createbot;

import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.RepeatableReaction;
import dev.bricklayer.testkit.saga.BoundRows;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

class BoundReactionsTest {

  @Test
  void eachRowOfTheBffHasItsReaction() {
    ApplicationContext bff = BffWorld.shared().patient();
    BoundRows.check(
        Service.BFF,
        Stream.concat(
                bff.getBeansOfType(Reaction.class).values().stream()
                    .map(reaction -> bound(reaction, reaction.reactsTo())),
                bff.getBeansOfType(RepeatableReaction.class).values().stream()
                    .map(reaction -> bound(reaction, reaction.reactsTo())))
            .toList());
  }

  private static BoundRows.BoundReaction bound(Object reaction, Class<?> reactsTo) {
    return new BoundRows.BoundReaction(ClassUtils.getUserClass(reaction).getSimpleName(), reactsTo);
  }
}
