package dev.bricklayer.constructor.createbot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.constructor.ConstructorUnderTest;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.createbot.BotRefused;
import dev.bricklayer.contracts.createbot.BotReserved;
import dev.bricklayer.contracts.createbot.CreateBotSaga;
import dev.bricklayer.contracts.state.BotState;
import dev.bricklayer.testkit.createbot.CreateBotExample;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Bots of one owner, asked for at the same moment of two copies of the service. */
class ManyAtOnceTest {

  private static final String RESERVED = "reserved";

  private final ConstructorUnderTest constructor = ConstructorUnderTest.shared();
  private final PersonId owner = new PersonId(UUID.randomUUID());

  private static ConfigurableApplicationContext secondCopy;

  @BeforeAll
  static void startASecondCopy() throws Exception {
    secondCopy = ConstructorUnderTest.shared().secondCopy();
  }

  @AfterAll
  static void endTheSecondCopy() {
    secondCopy.close();
  }

  @Test
  void ofOneNameExactlyOneWins() throws Exception {
    assertThat(outcomes(20, _ -> "Stand-up"))
        .isEqualTo(Map.of(RESERVED, 1L, RefusalCode.NAME_TAKEN.word(), 19L));
  }

  @Test
  void noMoreThanTheQuotaAreReserved() throws Exception {
    assertThat(outcomes(25, number -> "Stand-up " + number))
        .isEqualTo(Map.of(RESERVED, 20L, RefusalCode.QUOTA_REACHED.word(), 5L));
  }

  private Map<String, Long> outcomes(int bots, IntFunction<String> name) throws Exception {
    try (ExecutorService atOnce = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<String>> asked =
          IntStream.range(0, bots)
              .<Callable<String>>mapToObj(number -> () -> outcome(name.apply(number)))
              .toList();
      Map<String, Long> outcomes = new HashMap<>();
      for (Future<String> outcome : atOnce.invokeAll(asked)) {
        outcomes.merge(outcome.get(), 1L, Long::sum);
      }
      return outcomes;
    }
  }

  private String outcome(String name) {
    CreateBotExample bot = constructor.bot().ownedBy(owner).named(name);
    List<Message> answers =
        constructor.script().run(CreateBotSaga.MAP).when(bot.createBot()).answers();
    return answers.stream()
        .filter(answer -> !(answer instanceof BotState))
        .map(ManyAtOnceTest::word)
        .collect(Collectors.joining(" and "));
  }

  private static String word(Message answer) {
    return switch (answer) {
      case BotReserved _ -> RESERVED;
      case BotRefused refused -> refused.refusal().code().word();
      default -> answer.toString();
    };
  }
}
