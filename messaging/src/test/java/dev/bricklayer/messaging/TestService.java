package dev.bricklayer.messaging;

import dev.bricklayer.embedded.DatabaseAccess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A service as an application would have it: an own context, found by auto-configuration. */
final class TestService implements AutoCloseable {

  static final Duration LONG = Duration.ofSeconds(60);

  private final ConfigurableApplicationContext context;

  private TestService(ConfigurableApplicationContext context) {
    this.context = context;
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {}

  static Builder named(String name, Wire wire, DatabaseAccess database) {
    return new Builder(name, wire, database);
  }

  static final class Builder {

    private final Wire wire;
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final List<Consumer<GenericApplicationContext>> beans = new ArrayList<>();

    private Builder(String name, Wire wire, DatabaseAccess database) {
      this.wire = wire;
      with("spring.application.name", wire.service(name));
      with("spring.datasource.url", database.url());
      with("spring.datasource.username", database.user());
      with("spring.datasource.password", database.password());
      with("bricklayer.messaging.bootstrap-servers", wire.kafka());
      with("bricklayer.messaging.partitions", 3);
      with("spring.main.banner-mode", "off");
      with("management.otlp.metrics.export.enabled", false);
    }

    Builder with(String property, Object value) {
      properties.put(property, value);
      return this;
    }

    <M> Builder reacting(Class<M> to, BiConsumer<Received<M>, Outgoing> how) {
      return bean(
          new Reaction<M>() {
            @Override
            public Class<M> reactsTo() {
              return to;
            }

            @Override
            public void react(Received<M> message, Outgoing out) {
              how.accept(message, out);
            }
          });
    }

    /** Tells what was reacted to once that is committed: what is rolled back has not happened. */
    <M> Builder hearing(Class<M> what, Consumer<Received<M>> heard) {
      return reacting(what, (message, out) -> atCommit(() -> heard.accept(message)));
    }

    <M> Builder keeping(Class<M> what, Consumer<Received<M>> how) {
      return bean(
          new RepeatableReaction<M>() {
            @Override
            public Class<M> reactsTo() {
              return what;
            }

            @Override
            public void react(Received<M> message) {
              how.accept(message);
            }
          });
    }

    <M> Builder observing(Class<M> what, Consumer<Received<M>> how) {
      return bean(
          new Observer<M>() {
            @Override
            public Class<M> listensTo() {
              return what;
            }

            @Override
            public void observe(Received<M> message) {
              how.accept(message);
            }
          });
    }

    Builder bean(Object bean) {
      int number = beans.size();
      beans.add(context -> context.getBeanFactory().registerSingleton("test" + number, bean));
      return this;
    }

    /** Starts it; Kafka may be away. */
    TestService start() {
      return new TestService(
          new SpringApplicationBuilder(Application.class)
              .web(WebApplicationType.NONE)
              .registerShutdownHook(false)
              .initializers(
                  context -> {
                    GenericApplicationContext generic = (GenericApplicationContext) context;
                    generic.getBeanFactory().registerSingleton("catalog", wire.catalog());
                    beans.forEach(bean -> bean.accept(generic));
                  })
              .properties(properties)
              .run());
    }

    /** Starts it and waits until messages reach it. */
    TestService startReady() throws InterruptedException {
      TestService service = start();
      if (!service.bean(MessagingReadiness.class).awaitReady(LONG)) {
        throw new AssertionError("not ready after " + LONG);
      }
      return service;
    }
  }

  static void beforeCommit(Runnable then) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void beforeCommit(boolean readOnly) {
            then.run();
          }
        });
  }

  static void atCommit(Runnable then) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            then.run();
          }
        });
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  <T> T bean(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  boolean has(Class<?> type) {
    return context.getBeanNamesForType(type).length > 0;
  }

  JdbcClient jdbc() {
    return bean(JdbcClient.class);
  }

  <T> T inTransaction(Function<Outgoing, T> work) {
    return new TransactionTemplate(bean(PlatformTransactionManager.class))
        .execute(_ -> work.apply(bean(Outbox.class).outsideSagas()));
  }

  void send(Object... messages) {
    inTransaction(
        out -> {
          List.of(messages).forEach(out::send);
          return true;
        });
  }

  long count(String sql, Object... values) {
    return jdbc().sql(sql).params(values).query(Long.class).single();
  }

  long unsent() {
    return count("select count(*) from messaging.outbox_message where sent_at is null");
  }

  boolean knows(UUID messageId) {
    return count("select count(*) from messaging.inbox_message where message_id = ?", messageId)
        == 1;
  }

  @Override
  public void close() {
    context.close();
  }
}
