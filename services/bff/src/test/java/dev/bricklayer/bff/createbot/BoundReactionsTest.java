package dev.bricklayer.bff.createbot;

import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.testkit.saga.BoundRows;
import org.junit.jupiter.api.Test;
import org.springframework.util.ClassUtils;

class BoundReactionsTest {

  @Test
  void eachRowOfTheBffHasItsReaction() {
    BoundRows.check(
        Service.BFF,
        BffWorld.shared().patient().getBeansOfType(Reaction.class).values().stream()
            .map(BoundReactionsTest::bound)
            .toList());
  }

  private static BoundRows.BoundReaction bound(Reaction<?> reaction) {
    return new BoundRows.BoundReaction(
        ClassUtils.getUserClass(reaction).getSimpleName(), reaction.reactsTo());
  }
}
