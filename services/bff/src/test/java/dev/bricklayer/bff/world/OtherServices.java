package dev.bricklayer.bff.world;

import dev.bricklayer.chassis.ServiceApplication;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.changecredentials.AbandonChangeCredentials;
import dev.bricklayer.contracts.changecredentials.ChangeCredentials;
import dev.bricklayer.contracts.changejob.AbandonChangeJob;
import dev.bricklayer.contracts.changejob.ChangeJob;
import dev.bricklayer.contracts.createbot.AbandonCreateBot;
import dev.bricklayer.contracts.createbot.CreateBot;
import dev.bricklayer.contracts.deletebot.DeleteBot;
import dev.bricklayer.contracts.deletejob.DeleteJob;
import dev.bricklayer.contracts.link.ConfirmLink;
import dev.bricklayer.contracts.link.RequestLink;
import dev.bricklayer.contracts.renamebot.AbandonRenameBot;
import dev.bricklayer.contracts.renamebot.RenameBot;
import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.messaging.Outbox;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.messaging.SagaRef;
import dev.bricklayer.testkit.TestDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Constructor, storage and engine in one, with the real messaging under them. What they do about a
 * bot is scripted by its name; without a script all goes well.
 */
public final class OtherServices {

  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<Received<CreateBot>>> commands =
      new ConcurrentHashMap<>();
  private final Map<BotId, BlockingQueue<Received<AbandonCreateBot>>> questions =
      new ConcurrentHashMap<>();
  private final BlockingQueue<Message> links = new LinkedBlockingQueue<>();
  private final Map<Heard, BlockingQueue<Received<?>>> changes = new ConcurrentHashMap<>();
  private final ConfigurableApplicationContext context;

  /** Starts them. */
  OtherServices(String kafka) {
    DatabaseAccess database = TestDatabase.fresh("others");
    context =
        ServiceApplication.of(Messaging.class, "others")
            .web(WebApplicationType.NONE)
            .initializers(it -> it.getBeanFactory().registerSingleton("others", this))
            .run(
                "--spring.flyway.enabled=false",
                "--bricklayer.kafka=" + kafka,
                "--bricklayer.database.url=" + database.url(),
                "--bricklayer.database.user=" + database.user(),
                "--bricklayer.database.password=" + database.password());
  }

  ConfigurableApplicationContext context() {
    return context;
  }

  /** What becomes of the bot of this name. */
  public void on(String name, Script script) {
    scripts.put(name, script);
  }

  /** The command to create the bot of this name, as soon as it has come. */
  public Received<CreateBot> command(String name) {
    return commandOf(name).orTimeout(60, TimeUnit.SECONDS).join();
  }

  /** Whether it has come already. */
  public boolean hasHeardOf(String name) {
    return commandOf(name).isDone();
  }

  /** The next question whether the creation of this bot should still go on. */
  public Received<AbandonCreateBot> question(BotId bot) {
    try {
      return Objects.requireNonNull(
          questionsAbout(bot).poll(60, TimeUnit.SECONDS), "nobody asked about " + bot);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Whether such a question has come that was not taken yet. */
  public boolean hasQuestion(BotId bot) {
    return !questionsAbout(bot).isEmpty();
  }

  /** Which command about which bot. */
  private record Heard(Class<?> command, String key) {}

  /** The next command of this class about this bot. */
  @SuppressWarnings("unchecked") // the queues are kept by class
  public <M extends Message> Received<M> next(Class<M> command, BotId bot) {
    try {
      return (Received<M>)
          Objects.requireNonNull(
              changesOf(command, bot.toString()).poll(60, TimeUnit.SECONDS),
              () -> "no " + command.getSimpleName() + " about " + bot);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private BlockingQueue<Received<?>> changesOf(Class<?> command, String key) {
    return changes.computeIfAbsent(new Heard(command, key), _ -> new LinkedBlockingQueue<>());
  }

  /** The next command of this class about linking somebody, and nobody else's. */
  public <M extends Message> M linkCommand(Class<M> type, PersonId identity) {
    try {
      long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (System.nanoTime() < until) {
        Message command = links.poll(1, TimeUnit.SECONDS);
        if (type.isInstance(command) && command.key().equals(identity.toString())) {
          return type.cast(command);
        }
      }
      throw new AssertionError("no " + type.getSimpleName() + " of " + identity);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Sends messages in a saga, in this order. */
  public void say(SagaRef saga, Object... messages) {
    send(outbox -> outbox.inSaga(saga), messages);
  }

  /** Sends messages outside sagas, in this order. */
  public void say(Object... messages) {
    send(Outbox::outsideSagas, messages);
  }

  private void send(Function<Outbox, Outgoing> way, Object... messages) {
    Outgoing out = way.apply(context.getBean(Outbox.class));
    new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
        .executeWithoutResult(
            _ -> {
              for (Object message : messages) {
                out.send(message);
              }
            });
  }

  private CompletableFuture<Received<CreateBot>> commandOf(String name) {
    return commands.computeIfAbsent(name, _ -> new CompletableFuture<>());
  }

  private BlockingQueue<Received<AbandonCreateBot>> questionsAbout(BotId bot) {
    return questions.computeIfAbsent(bot, _ -> new LinkedBlockingQueue<>());
  }

  private void heard(Received<CreateBot> command, Outgoing out) {
    CreateBot body = command.body();
    scripts.getOrDefault(body.name(), Script.activating()).answer(body).forEach(out::send);
    commandOf(body.name()).complete(command);
  }

  /** Their reactions. */
  @EnableAutoConfiguration
  static class Messaging {

    @Bean
    Reaction<CreateBot> creation(OtherServices others) {
      return new Reaction<>() {
        @Override
        public Class<CreateBot> reactsTo() {
          return CreateBot.class;
        }

        @Override
        public void react(Received<CreateBot> message, Outgoing out) {
          others.heard(message, out);
        }
      };
    }

    @Bean
    Reaction<DeleteBot> deletions(OtherServices others) {
      return new Keeping<>(DeleteBot.class, others);
    }

    @Bean
    Reaction<RenameBot> renamings(OtherServices others) {
      return new Keeping<>(RenameBot.class, others);
    }

    @Bean
    Reaction<AbandonRenameBot> renamingsLate(OtherServices others) {
      return new Keeping<>(AbandonRenameBot.class, others);
    }

    @Bean
    Reaction<ChangeCredentials> newCredentials(OtherServices others) {
      return new Keeping<>(ChangeCredentials.class, others);
    }

    @Bean
    Reaction<AbandonChangeCredentials> newCredentialsLate(OtherServices others) {
      return new Keeping<>(AbandonChangeCredentials.class, others);
    }

    @Bean
    Reaction<ChangeJob> jobChanges(OtherServices others) {
      return new Keeping<>(ChangeJob.class, others);
    }

    @Bean
    Reaction<AbandonChangeJob> jobChangeArbitration(OtherServices others) {
      return new Keeping<>(AbandonChangeJob.class, others);
    }

    @Bean
    Reaction<DeleteJob> jobDeletions(OtherServices others) {
      return new Keeping<>(DeleteJob.class, others);
    }

    @Bean
    Reaction<RequestLink> linkRequests(OtherServices others) {
      return new Hearing<>(RequestLink.class, others.links);
    }

    @Bean
    Reaction<ConfirmLink> linkConfirmations(OtherServices others) {
      return new Hearing<>(ConfirmLink.class, others.links);
    }

    @Bean
    Reaction<AbandonCreateBot> arbitration(OtherServices others) {
      return new Reaction<>() {
        @Override
        public Class<AbandonCreateBot> reactsTo() {
          return AbandonCreateBot.class;
        }

        @Override
        public void react(Received<AbandonCreateBot> message, Outgoing out) {
          others.questionsAbout(message.body().botId()).add(message);
        }
      };
    }
  }

  /** Keeps a command about a bot until a test asks for it. */
  private record Keeping<M extends Message>(Class<M> reactsTo, OtherServices others)
      implements Reaction<M> {

    @Override
    public void react(Received<M> message, Outgoing out) {
      others.changesOf(reactsTo, message.key()).add(message);
    }
  }

  /** Keeps what was heard for the test. */
  private record Hearing<M extends Message>(Class<M> reactsTo, BlockingQueue<Message> heard)
      implements Reaction<M> {

    @Override
    public void react(Received<M> message, Outgoing out) {
      heard.add(message.body());
    }
  }
}
