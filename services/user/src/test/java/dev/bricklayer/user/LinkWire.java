package dev.bricklayer.user;

import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.Messages;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.link.LinkId;
import dev.bricklayer.contracts.link.RequestLink;
import dev.bricklayer.messaging.Outbox;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks to the user service as the bff does for one Mattermost user, over Kafka. The answers are
 * read where this service keeps them for sending: other copies of these tests hear the same
 * commands and answer, too.
 */
final class LinkWire {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String ANSWERS =
      """
      select headers::jsonb ->> 'ce_type' as type, convert_from(payload, 'UTF8') as body
      from messaging.outbox_message
      where topic = 'user.account.events' and key = :identity
      order by id
      """;

  private final RunningUser service;
  private final PersonId identity = new PersonId(UUID.randomUUID());
  private int taken;

  LinkWire(RunningUser service) {
    this.service = service;
  }

  /** Who types. */
  PersonId identity() {
    return identity;
  }

  /** Types a code. */
  LinkId type(String code) {
    LinkId link = new LinkId(UUID.randomUUID());
    say(new RequestLink(link, identity, userId(), "lena.mm", code));
    return link;
  }

  /** The Mattermost id of the same. */
  String userId() {
    return identity.toString().replace("-", "");
  }

  /** Sends a command. */
  void say(Message command) {
    new TransactionTemplate(service.bean(PlatformTransactionManager.class))
        .executeWithoutResult(_ -> service.bean(Outbox.class).outsideSagas().send(command));
  }

  /** The next answer to this identity, which is one of this kind. */
  <M extends Message> M next(Class<M> type) {
    List<Message> heard =
        Awaitility.await("an answer to " + identity)
            .atMost(Duration.ofSeconds(60))
            .until(this::answers, answers -> answers.size() > taken);
    return type.cast(heard.get(taken++));
  }

  private List<Message> answers() {
    return service
        .bean(JdbcClient.class)
        .sql(ANSWERS)
        .param("identity", identity.toString())
        .query((row, _) -> message(row.getString("type"), row.getString("body")))
        .list();
  }

  private static Message message(String type, String body) {
    Class<? extends Message> known =
        Messages.ALL.stream()
            .filter(it -> it.getSimpleName().equals(type))
            .findFirst()
            .orElseThrow();
    return JSON.readValue(body, known);
  }
}
