package dev.bricklayer.constructor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.createbot.AccountMade;
import dev.bricklayer.contracts.createbot.CreateBotSaga;
import dev.bricklayer.testkit.createbot.CreateBotExample;
import dev.bricklayer.testkit.saga.SagaScript;
import java.util.List;
import java.util.UUID;

/**
 * A managed bot that lives, with an account of its own in the stand-in and one job in {@code
 * release}.
 */
public record ManagedBot(CreateBotExample example, BotAccount account) {

  /** Made by lena. */
  public static ManagedBot in(ConstructorUnderTest constructor) {
    CreateBotExample bot =
        constructor.managedBot().named("m" + UUID.randomUUID().toString().substring(0, 8));
    SagaScript saga = constructor.script().run(CreateBotSaga.MAP);
    List<Message> answers = saga.given(bot.createBot()).when(bot.jobChecked()).answers();
    BotAccount account =
        answers.stream()
            .filter(AccountMade.class::isInstance)
            .map(made -> ((AccountMade) made).account())
            .findFirst()
            .orElseThrow(() -> new AssertionError("no account was made: " + answers));
    CreateBotExample housed = bot.speakingAs(account);
    saga.given(housed.jobActivated());
    assertThat(
            new MattermostAsAdministrator(constructor.mattermost()).isInChannel(account, "release"))
        .isTrue();
    return new ManagedBot(housed, account);
  }
}
