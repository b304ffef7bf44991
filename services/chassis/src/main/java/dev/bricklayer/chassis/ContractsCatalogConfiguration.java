package dev.bricklayer.chassis;

import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.Messages;
import dev.bricklayer.contracts.Topic;
import dev.bricklayer.messaging.MessageCatalog;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Tells messaging, which knows no contract, what travels between Bricklayer's services. */
@AutoConfiguration
class ContractsCatalogConfiguration {

  @Bean
  MessageCatalog messageCatalog() {
    return new MessageCatalog(
        Arrays.stream(Topic.values()).map(ContractsCatalogConfiguration::catalogued).toList(),
        message -> ((Message) message).key());
  }

  private static MessageCatalog.Topic catalogued(Topic topic) {
    Set<Class<?>> messages =
        Messages.ALL.stream()
            .filter(message -> Messages.topicOf(message) == topic)
            .collect(Collectors.toUnmodifiableSet());
    return new MessageCatalog.Topic(topic.wireName(), topic.compacted(), messages);
  }
}
