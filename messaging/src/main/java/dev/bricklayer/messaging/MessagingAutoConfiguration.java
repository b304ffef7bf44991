package dev.bricklayer.messaging;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Messaging for a service that has a {@link DataSource} and a {@link MessageCatalog}: offers {@link
 * Outbox}, {@link LastWrites}, {@link DeadLetters} and {@link MessagingReadiness}, and calls every
 * {@link Reaction}, {@link RepeatableReaction}, {@link CallingReaction} and {@link Observer} among
 * the beans. Switched off by {@code bricklayer.messaging.enabled=false}.
 */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration",
      "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration"
    })
@ConditionalOnBooleanProperty(name = "bricklayer.messaging.enabled", matchIfMissing = true)
@EnableConfigurationProperties(MessagingSettings.class)
class MessagingAutoConfiguration {

  private static final String DEFAULT_KAFKA = "localhost:9092";

  /** With a tracer in the application. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(Tracer.class)
  static class WithTracer {

    @Bean
    @ConditionalOnBean({Tracer.class, Propagator.class})
    Trace tracerTrace(Tracer tracer, Propagator propagator) {
      return new TracerTrace(tracer, propagator);
    }
  }

  /** With health endpoints in the application. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(HealthIndicator.class)
  static class WithHealth {

    @Bean
    HealthIndicator messagingHealthIndicator(MessagingReadiness readiness) {
      return () -> (readiness.isReady() ? Health.up() : Health.outOfService()).build();
    }
  }

  /** Without a tracer; the nested configurations come first. */
  @Bean
  @ConditionalOnMissingBean(Trace.class)
  Trace passedOnTrace() {
    return new PassedOnTrace();
  }

  @Bean
  MessagingDatabase messagingDatabase(
      DataSource dataSource, PlatformTransactionManager transactions) {
    return MessagingDatabase.migrated(dataSource, transactions);
  }

  @Bean
  LastWrites lastWrites(MessagingDatabase database) {
    return database.lastWrites();
  }

  @Bean
  KafkaClients messagingKafkaClients(MessagingSettings settings, Environment environment) {
    String group = settings.group();
    if (group == null) {
      group = environment.getProperty("spring.application.name");
    }
    if (group == null || group.isBlank()) {
      throw new IllegalStateException(
          "messaging needs a name for this service: set spring.application.name or"
              + " bricklayer.messaging.group");
    }
    String bootstrapServers = settings.bootstrapServers();
    return new KafkaClients(
        bootstrapServers != null
            ? bootstrapServers
            : environment.getProperty("bricklayer.kafka", DEFAULT_KAFKA),
        group,
        settings);
  }

  @Bean
  MessagingMetrics messagingMetrics(ObjectProvider<MeterRegistry> registry) {
    return new MessagingMetrics(registry.getIfAvailable(SimpleMeterRegistry::new));
  }

  @Bean
  MessageJson messageJson() {
    return new MessageJson();
  }

  /** Of version 7: their time is what the inbox is divided by. */
  @Bean
  MessageIds messageIds() {
    NoArgGenerator generator = Generators.timeBasedEpochGenerator();
    return generator::generate;
  }

  @Bean
  OutboxRepository outboxRepository(MessagingDatabase database, MessageJson json) {
    return new OutboxRepository(database.jdbc(), database.lastWrites(), json);
  }

  @Bean
  SenderLanes senderLanes(MessagingSettings settings, MessagingMetrics metrics) {
    return new SenderLanes(settings.queueSize(), metrics::full);
  }

  @Bean
  TransactionalOutbox outbox(
      MessageCatalog catalog,
      MessageJson json,
      OutboxRepository repository,
      SenderLanes lanes,
      Trace trace,
      ObjectProvider<Clock> clock,
      MessageIds ids,
      KafkaClients kafka) {
    return new TransactionalOutbox(
        catalog,
        json,
        repository,
        lanes,
        trace,
        clock.getIfAvailable(Clock::systemUTC),
        ids,
        kafka.group());
  }

  @Bean
  OutboxSender outboxSender(
      SenderLanes lanes,
      OutboxRepository repository,
      MessagingDatabase database,
      KafkaClients kafka,
      MessagingMetrics metrics,
      MessagingSettings settings) {
    Courier courier = new Courier(kafka);
    return new OutboxSender(
        lanes,
        courier,
        new SentMarks(repository, database.transaction(), lanes),
        new OutboxRecovery(lanes, repository, database.transaction(), courier, metrics, settings),
        metrics,
        settings.shutdown());
  }

  /** Its days are prepared before the first message can come. */
  @Bean
  Inbox inbox(MessagingDatabase database) {
    Inbox inbox = new Inbox(database.jdbc(), database.lastWrites(), Clock.systemUTC());
    database.transaction().executeWithoutResult(_ -> inbox.prepareDays());
    return inbox;
  }

  @Bean
  IntentRepository intentRepository(MessagingDatabase database, MessageJson json) {
    return new IntentRepository(database.jdbc(), database.lastWrites(), json);
  }

  @Bean
  Calls messagingCalls(
      MessageCatalog catalog,
      ObjectProvider<CallingReaction<?, ?, ?>> reactions,
      IntentRepository intents,
      TransactionalOutbox outbox,
      MessagingDatabase database,
      MessageJson json,
      Trace trace,
      MessagingMetrics metrics,
      MessagingSettings settings) {
    return new Calls(
        catalog,
        reactions.orderedStream().toList(),
        intents,
        outbox,
        database.transaction(),
        json,
        UUID::randomUUID,
        trace,
        metrics,
        settings);
  }

  @Bean
  Reactions messagingReactions(
      MessageCatalog catalog,
      ObjectProvider<Reaction<?>> reactions,
      ObjectProvider<RepeatableReaction<?>> repeatableReactions,
      ObjectProvider<CallingReaction<?, ?, ?>> callingReactions,
      Calls calls) {
    List<ReactionBinding<?>> bindings = new ArrayList<>();
    reactions
        .orderedStream()
        .forEach(reaction -> bindings.add(new ReactionBinding.Inside<>(reaction)));
    repeatableReactions
        .orderedStream()
        .forEach(reaction -> bindings.add(new ReactionBinding.Repeatable<>(reaction)));
    callingReactions
        .orderedStream()
        .forEach(reaction -> bindings.add(new ReactionBinding.Outside<>(reaction, calls)));
    return new Reactions(catalog, bindings);
  }

  @Bean
  MessageReader messageReader(MessageJson json) {
    return new MessageReader(json);
  }

  @Bean
  MessageHandler messageHandler(
      MessageCatalog catalog,
      Reactions reactions,
      Inbox inbox,
      TransactionalOutbox outbox,
      MessagingDatabase database,
      MessageReader reader,
      Trace trace) {
    return new MessageHandler(
        catalog, reactions, inbox, outbox, database.transaction(), reader, trace);
  }

  @Bean
  KeptDeadLetters deadLetters(
      KafkaClients kafka,
      MessagingDatabase database,
      MessageJson json,
      TransactionalOutbox outbox,
      MessageHandler handler,
      MessagingMetrics metrics,
      MessageIds ids,
      ObjectProvider<DeadLetterWatcher> watchers) {
    return new KeptDeadLetters(
        kafka.group(),
        database.jdbc(),
        json,
        database.transaction(),
        outbox,
        handler,
        metrics,
        ids,
        () -> watchers.orderedStream().toList());
  }

  @Bean
  Readiness messagingReadiness() {
    return new Readiness();
  }

  @Bean
  ReactionConsumer reactionConsumer(
      KafkaClients kafka,
      Reactions reactions,
      MessageHandler handler,
      KeptDeadLetters deadLetters,
      MessagingMetrics metrics,
      Readiness readiness,
      MessagingSettings settings) {
    return new ReactionConsumer(
        kafka,
        reactions.topics(),
        new ReactionListener(handler, deadLetters, metrics, settings.reactions()),
        readiness,
        settings);
  }

  @Bean
  ObserverConsumer observerConsumer(
      MessageCatalog catalog,
      ObjectProvider<Observer<?>> observers,
      KafkaClients kafka,
      MessageReader reader,
      Trace trace,
      MessagingMetrics metrics,
      Readiness readiness) {
    return new ObserverConsumer(
        catalog, observers.orderedStream().toList(), kafka, reader, trace, metrics, readiness);
  }

  @Bean
  Housekeeping messagingHousekeeping(
      MessagingDatabase database,
      Inbox inbox,
      OutboxRepository outbox,
      KeptDeadLetters deadLetters,
      MessagingSettings settings) {
    return new Housekeeping(
        database.jdbc(), database.transaction(), inbox, outbox, deadLetters, settings);
  }

  @Bean
  BacklogSampler backlogSampler(
      OutboxRepository outbox,
      IntentRepository intents,
      KeptDeadLetters deadLetters,
      MessagingMetrics metrics,
      MessagingSettings settings) {
    return new BacklogSampler(outbox, intents, deadLetters, metrics, settings.sampling());
  }

  @Bean
  LagWatch lagWatch(
      Reactions reactions,
      KafkaClients kafka,
      MessagingMetrics metrics,
      MessagingSettings settings) {
    return new LagWatch(
        kafka.group(),
        reactions.topics(),
        kafka,
        new StuckPartitions(settings.stuckAfter()),
        metrics,
        settings.sampling(),
        Clock.systemUTC());
  }

  @Bean
  MessagingLifecycle messagingLifecycle(
      OutboxSender sender,
      MessageCatalog catalog,
      Reactions reactions,
      KafkaClients kafka,
      ReactionConsumer consumer,
      ObserverConsumer observers,
      Calls calls,
      Housekeeping housekeeping,
      BacklogSampler backlog,
      LagWatch lag,
      MessagingSettings settings) {
    return new MessagingLifecycle(
        sender,
        new Topics(catalog, reactions.topics(), kafka, kafka.group(), settings),
        consumer,
        observers,
        calls,
        housekeeping,
        backlog,
        lag);
  }
}
