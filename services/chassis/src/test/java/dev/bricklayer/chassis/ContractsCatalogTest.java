package dev.bricklayer.chassis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.contracts.Messages;
import dev.bricklayer.messaging.MessageCatalog;
import org.junit.jupiter.api.Test;

class ContractsCatalogTest {

  private final MessageCatalog catalog = new ContractsCatalogConfiguration().messageCatalog();

  @Test
  void knowsEveryMessageByItsNameAndTopic() {
    assertThat(Messages.ALL)
        .allSatisfy(
            message -> {
              assertThat(catalog.classOf(message.getSimpleName())).contains(message);
              assertThat(catalog.topicOf(message).name())
                  .isEqualTo(Messages.topicOf(message).wireName());
            });
  }
}
