package dev.bricklayer.bff.createbot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Bodies;
import dev.bricklayer.bff.world.Person;
import dev.bricklayer.bff.world.Rest;
import dev.bricklayer.bff.world.Script;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same request under the same key is one operation, however often it is sent. */
class IdempotencyTest {

  private static final String KEY = "Idempotency-Key";

  private final BffWorld world = BffWorld.shared();
  private final Person lena = Person.named("lena");
  private final String key = UUID.randomUUID().toString();
  private final Rest rest = world.at(world.patient(), lena).with(KEY, key);
  private final Rest other = world.at(world.hasty(), lena).with(KEY, key);
  private final String name = BffWorld.unique("idempotent");

  @Test
  void answersTheSameToTheSameRequest() {
    Rest.Answer first = rest.post("/api/v1/bots", Bodies.bot(name).json());
    Rest.Answer again = other.post("/api/v1/bots", reordered(Bodies.bot(name)));

    assertThat(again.status()).as(again.text()).isEqualTo(201);
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(rest.get("/api/v1/bots").json().at("/items")).hasSize(1);
  }

  @Test
  void answersTheSameRefusal() {
    world.others().on(name, Script.refusing(Refusal.of(RefusalCode.NAME_TAKEN, "/name")));
    rest.post("/api/v1/bots", Bodies.bot(name).json());
    world.others().on(name, Script.activating());

    Rest.Answer again = rest.post("/api/v1/bots", Bodies.bot(name).json());

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.at("/code")).isEqualTo("name-taken");
  }

  @Test
  void answersWithTheOperationWhileItIsUnderWay() {
    world.others().on(name, Script.silent());

    Rest.Answer first = other.post("/api/v1/bots", Bodies.bot(name).json());
    Rest.Answer again = other.post("/api/v1/bots", Bodies.bot(name).json());

    assertThat(first.status()).isEqualTo(202);
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
  }

  @Test
  void refusesTheKeyForAnotherRequest() {
    rest.post("/api/v1/bots", Bodies.bot(name).json());

    List<Bodies> others =
        List.of(
            Bodies.bot(name + "!"),
            Bodies.bot(name).with("/job/text", "\"another text\""),
            Bodies.bot(name).with("/credentials/token", "\"anothertokenxxxxxxxxxxxxxx\""));
    for (Bodies body : others) {
      Rest.Answer answer = rest.post("/api/v1/bots", body.json());
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.at("/code")).isEqualTo("idempotency-key-reused");
      assertThat(answer.at("/errors/0/header")).isEqualTo(KEY);
    }
    assertThat(rest.get("/api/v1/bots").json().at("/items")).hasSize(1);
  }

  @Test
  void isOneOperationWhenSentAtOnce() {
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Rest.Answer>> answers =
          IntStream.range(0, 8)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () ->
                              (i % 2 == 0 ? rest : other)
                                  .post("/api/v1/bots", Bodies.bot(name).json()),
                          callers))
              .toList();
      answers.forEach(
          answer -> assertThat(answer.join().status()).as(answer.join().text()).isIn(201, 202));
    }
    assertThat(
            world
                .database()
                .sql("select count(*) from operation where person_id = :person")
                .param("person", lena.id().value())
                .query(Long.class)
                .single())
        .isOne();
  }

  @Test
  void isEachPersonsOwn() {
    String first = rest.post("/api/v1/bots", Bodies.bot(name).json()).header("Location");

    Rest bob = world.at(world.patient(), Person.named("bob")).with(KEY, key);
    Rest.Answer answer = bob.post("/api/v1/bots", Bodies.bot(name).json());

    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.header("Location")).isNotEqualTo(first);
  }

  @Test
  void mustBeShortAndVisibleAscii() {
    for (String malformed : List.of("two words", "x".repeat(256))) {
      Rest.Answer answer =
          world
              .at(world.patient(), lena)
              .with(KEY, malformed)
              .post("/api/v1/bots", Bodies.bot(name).json());
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.at("/errors/0/header")).isEqualTo(KEY);
    }
  }

  private static String reordered(Bodies body) {
    return body.json().replaceFirst("^\\{\"name\":(\"[^\"]*\"),(.*)}$", "{ $2,\n \"name\": $1 }");
  }
}
