package dev.bricklayer.user;

import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.messaging.CallingReaction;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.testkit.saga.BoundRows;
import dev.bricklayer.testkit.saga.BoundRows.BoundReaction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RowBindingTest {

  @Test
  void everyRowOfUserHasItsReactionAndEveryReactionItsRow() {
    RunningUser user = RunningUser.shared();
    Stream<BoundReaction> plain =
        user.beans(Reaction.class)
            .map(bean -> new BoundReaction(bean.getClass().getSimpleName(), bean.reactsTo()));
    Stream<BoundReaction> calling =
        user.beans(CallingReaction.class)
            .map(bean -> new BoundReaction(bean.getClass().getSimpleName(), bean.reactsTo()));
    BoundRows.check(Service.USER, Stream.concat(plain, calling).toList());
  }
}
