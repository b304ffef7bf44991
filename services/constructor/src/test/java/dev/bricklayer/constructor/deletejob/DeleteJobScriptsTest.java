package dev.bricklayer.constructor.deletejob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.constructor.ConstructorUnderTest;
import dev.bricklayer.constructor.ManagedBot;
import dev.bricklayer.constructor.MattermostAsAdministrator;
import dev.bricklayer.contracts.changejob.ChangeJobSaga;
import dev.bricklayer.contracts.changejob.JobChange.Edit;
import dev.bricklayer.contracts.deletejob.DeleteJobSaga;
import dev.bricklayer.testkit.changejob.ChangeJobExample;
import dev.bricklayer.testkit.saga.SagaScript;
import org.junit.jupiter.api.Test;

/** Constructor's row of delete-job: taken, taken twice, and while Mattermost is away. */
class DeleteJobScriptsTest {

  private final ConstructorUnderTest constructor = ConstructorUnderTest.shared();
  private final MattermostAsAdministrator mattermost =
      new MattermostAsAdministrator(constructor.mattermost());
  private final SagaScript saga = constructor.script().run(DeleteJobSaga.MAP);

  @Test
  void leavesTheChannelThatNoOtherJobNeeds() {
    ManagedBot bot = ManagedBot.in(constructor);
    ChangeJobExample another =
        ChangeJobExample.adding(bot.example(), "retro")
            .askedForBy(constructor.mattermost().demo().userId("lena"));
    constructor.script().run(ChangeJobSaga.MAP).given(another.joinWanted());

    saga.when(another.jobErased(3)).thenNothing().whenDeliveredAgain().thenNothing();
    assertThat(mattermost.isInChannel(bot.account(), "release")).isTrue();

    ChangeJobExample first = ChangeJobExample.of(bot.example(), Edit.pause());
    saga.when(first.jobErased(3)).thenNothing().whenSaidAgain().thenNothing();
    assertThat(mattermost.isInChannel(bot.account(), "release")).isFalse();
  }

  @Test
  void leavesItOnceMattermostIsBack() {
    ManagedBot bot = ManagedBot.in(constructor);
    ChangeJobExample job = ChangeJobExample.of(bot.example(), Edit.pause());
    constructor.mattermost().down();
    try {
      saga.when(job.jobErased(3)).thenItWaits();
    } finally {
      constructor.mattermost().up();
    }
    saga.thenNothing();
    assertThat(mattermost.isInChannel(bot.account(), "release")).isFalse();
  }

  @Test
  void asksNobodyAboutABotThatHasItsOwnToken() {
    ChangeJobExample job = ChangeJobExample.of(constructor.bot(), Edit.pause());
    constructor.mattermost().down();
    try {
      saga.when(job.jobErased(3)).thenNothing();
    } finally {
      constructor.mattermost().up();
    }
  }
}
