package dev.bricklayer.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MessagesTest {

  @Test
  void everyMessageTravelsOnOneTopic() {
    assertThat(Messages.ALL)
        .doesNotHaveDuplicates()
        .allSatisfy(message -> assertThat(Messages.topicOf(message)).isNotNull());
  }

  @Test
  void whatNamesNoTopicIsRefused() {
    assertThatThrownBy(() -> Messages.topicOf(String.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.String names no topic");
  }

  @Test
  void everyTopicIsTravelledOn() {
    assertThat(Topic.values())
        .allSatisfy(
            topic ->
                assertThat(Messages.ALL).anyMatch(message -> Messages.topicOf(message) == topic));
  }
}
