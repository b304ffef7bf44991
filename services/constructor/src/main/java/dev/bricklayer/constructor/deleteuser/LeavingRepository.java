package dev.bricklayer.constructor.deleteuser;

import dev.bricklayer.chassis.JsonColumns;
import dev.bricklayer.chassis.TransactionLocks;
import dev.bricklayer.constructor.account.People;
import dev.bricklayer.constructor.createbot.BotQuota;
import dev.bricklayer.constructor.deleteuser.Leaving.Deleted;
import dev.bricklayer.constructor.deleteuser.Leaving.Deleting;
import dev.bricklayer.constructor.deleteuser.Leaving.HandedOver;
import dev.bricklayer.constructor.deleteuser.Leaving.Refused;
import dev.bricklayer.constructor.deleteuser.Leaving.Unknown;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.state.BotState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People who leave, and their bots, in rows. */
@Repository
class LeavingRepository {

  private static final String FIND =
      """
      select person_id, status, bots, refusal,
        array(select bot_id from leaving_bot where leaving_bot.saga_id = :saga) as left_bots
      from owner_leaving
      where saga_id = :saga
      """;

  private static final String OF_BOT =
      """
      select saga_id, person_id
      from leaving_bot join owner_leaving using (saga_id)
      where bot_id = :bot
      """;

  /** Also those on their way out: they are counted when they are gone. */
  private static final String BOTS =
      "select bot_id from bot where owner_id = :person order by bot_id";

  private static final String RUNS =
      "select bot_id, saga_id from bot where owner_id = :person and status = 'DELETING'";

  private static final String KEEP =
      """
      insert into owner_leaving (saga_id, person_id, status, bots, refusal)
      values (:saga, :person, :status, :bots, :refusal)
      on conflict (saga_id) do update set status = excluded.status
      """;

  /** A bot that is counted for this person stays so, whichever saga of theirs asks. */
  private static final String AWAIT =
      """
      insert into leaving_bot (bot_id, saga_id)
      values (:bot, :saga)
      on conflict (bot_id) do nothing
      """;

  private static final String CEASE_TO_AWAIT =
      "delete from leaving_bot where saga_id = :saga and bot_id <> all(:left)";

  /** By bot__owner_name, whose condition it repeats; the first in the alphabet is told. */
  private static final String CLASH =
      """
      select name from bot
      where owner_id = :person and status <> 'DELETING'
        and name_key in (
          select name_key from bot where owner_id = any(:heirs) and status <> 'DELETING')
      order by name
      limit 1
      """;

  private static final String IN_HAND =
      """
      select exists (
        select from bot
        where owner_id = :person and status <> 'DELETING' and saga_id is not null)
      """;

  private static final String HEIR_BARRED =
      """
      select exists (select from account where person_id = any(:heirs) and status <> 'ACTIVE')
        or exists (
          select from owner_leaving where person_id = any(:heirs) and status <> 'REFUSED')
      """;

  private static final String COUNT =
      "select count(*) from bot where owner_id = any(:owners) and status <> 'DELETING'";

  private static final String HAND_OVER =
      """
      update bot set owner_id = :heir, version = version + 1
      where owner_id = :person and status <> 'DELETING'
      returning bot_id, name, account_username, version
      """;

  private final JdbcClient jdbc;
  private final TransactionLocks locks;
  private final People people;
  private final JsonColumns json;
  private final BotQuota quota;

  LeavingRepository(
      JdbcClient jdbc, TransactionLocks locks, People people, JsonColumns json, BotQuota quota) {
    this.jdbc = jdbc;
    this.locks = locks;
    this.people = people;
    this.json = json;
    this.quota = quota;
  }

  /** Which person's leaving counts a bot. */
  record Counted(SagaId saga, PersonId person) {}

  /**
   * All bots of these people and what else they begin to own is this transaction's until it ends;
   * what the first of them has.
   *
   * @throws CannotAcquireLockException when a bot came to be meanwhile: the message is tried again
   */
  Set<BotId> lockBotsOf(PersonId person, Optional<PersonId> heir) {
    List<UUID> seen = bots(person);
    seen.forEach(bot -> locks.lock("bot", bot));
    Stream.concat(Stream.of(person), heir.stream())
        .sorted((one, other) -> one.value().compareTo(other.value()))
        .forEach(people::lock);
    List<UUID> now = bots(person);
    if (!new HashSet<>(seen).containsAll(now)) {
      throw new CannotAcquireLockException("a bot of " + person + " came to be meanwhile");
    }
    return Set.copyOf(now.stream().map(BotId::new).toList());
  }

  /** To be called with the person's lock. */
  Leaving find(SagaId saga) {
    return jdbc.sql(FIND)
        .param("saga", saga.value())
        .query(this::leaving)
        .optional()
        .orElseGet(Unknown::new);
  }

  Optional<Counted> countedBy(BotId bot) {
    return jdbc.sql(OF_BOT)
        .param("bot", bot.value())
        .query(
            (row, _) ->
                new Counted(
                    new SagaId(row.getObject("saga_id", UUID.class)),
                    new PersonId(row.getObject("person_id", UUID.class))))
        .optional();
  }

  /** The runs of delete-bot that have bots of this person in hand. */
  Map<BotId, SagaId> runsOf(PersonId person) {
    return jdbc
        .sql(RUNS)
        .param("person", person.value())
        .query(
            (row, _) ->
                Map.entry(
                    new BotId(row.getObject("bot_id", UUID.class)),
                    new SagaId(row.getObject("saga_id", UUID.class))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  void lock(PersonId person) {
    people.lock(person);
  }

  /** Whether the heir can have all of them; it stays so until the transaction ends. */
  Inheritance inheritance(PersonId person, PersonId heir) {
    UUID[] heirs = people.idsOf(heir);
    if (jdbc.sql(HEIR_BARRED).param("heirs", heirs).query(Boolean.class).single()) {
      return impossible(RefusalCode.FORBIDDEN, Map.of());
    }
    if (jdbc.sql(IN_HAND).param("person", person.value()).query(Boolean.class).single()) {
      return new Inheritance.Impossible(Refusal.of(RefusalCode.LOCKED, ""));
    }
    Optional<String> clash =
        jdbc.sql(CLASH)
            .param("person", person.value())
            .param("heirs", heirs)
            .query(String.class)
            .optional();
    if (clash.isPresent()) {
      return impossible(RefusalCode.NAME_TAKEN, Map.of("bot", clash.get()));
    }
    int bots = count(new UUID[] {person.value()});
    return bots == 0 || bots + count(heirs) <= quota.bots()
        ? new Inheritance.Possible(bots)
        : impossible(RefusalCode.QUOTA_REACHED, Map.of());
  }

  /** Writes what is known from now on. */
  void keep(SagaId saga, Leaving next) {
    switch (next) {
      case Unknown _ -> {}
      case Deleting(var person, var left, var bots) -> {
        keep(saga, person, "DELETING", bots, Optional.empty());
        await(saga, left);
      }
      case Deleted(var person, var bots) -> {
        keep(saga, person, "DELETED", bots, Optional.empty());
        await(saga, Set.of());
      }
      case HandedOver(var person, var bots) ->
          keep(saga, person, "HANDED_OVER", bots, Optional.empty());
      case Refused(var person, var refusal) ->
          keep(saga, person, "REFUSED", 0, Optional.of(refusal));
    }
  }

  /** What is to be told of the bots that have another owner now. */
  List<BotState> handOver(PersonId person, PersonId heir) {
    return jdbc.sql(HAND_OVER)
        .param("person", person.value())
        .param("heir", heir.value())
        .query(
            (row, _) ->
                new BotState(
                    new BotId(row.getObject("bot_id", UUID.class)),
                    heir,
                    row.getString("name"),
                    row.getString("account_username"),
                    BotState.Status.ACTIVE,
                    row.getLong("version")))
        .list();
  }

  private void keep(
      SagaId saga, PersonId person, String status, int bots, Optional<Refusal> refusal) {
    jdbc.sql(KEEP)
        .param("saga", saga.value())
        .param("person", person.value())
        .param("status", status)
        .param("bots", bots)
        .param("refusal", refusal.map(json::column).orElse(null))
        .update();
  }

  private void await(SagaId saga, Set<BotId> left) {
    left.forEach(
        bot -> jdbc.sql(AWAIT).param("bot", bot.value()).param("saga", saga.value()).update());
    jdbc.sql(CEASE_TO_AWAIT)
        .param("saga", saga.value())
        .param("left", left.stream().map(BotId::value).toArray(UUID[]::new))
        .update();
  }

  private List<UUID> bots(PersonId person) {
    return jdbc.sql(BOTS)
        .param("person", person.value())
        .query((row, _) -> row.getObject("bot_id", UUID.class))
        .list();
  }

  private int count(UUID[] owners) {
    return jdbc.sql(COUNT).param("owners", owners).query(Integer.class).single();
  }

  private Leaving leaving(ResultSet row, int number) throws SQLException {
    PersonId person = new PersonId(row.getObject("person_id", UUID.class));
    int bots = row.getInt("bots");
    return switch (row.getString("status")) {
      case "DELETING" -> new Deleting(person, left(row), bots);
      case "DELETED" -> new Deleted(person, bots);
      case "HANDED_OVER" -> new HandedOver(person, bots);
      case "REFUSED" -> new Refused(person, json.read(row.getString("refusal"), Refusal.class));
      case String other -> throw new IllegalStateException("nobody leaves as " + other);
    };
  }

  private static Set<BotId> left(ResultSet row) throws SQLException {
    UUID[] bots = (UUID[]) row.getArray("left_bots").getArray();
    return Set.copyOf(Stream.of(bots).map(BotId::new).toList());
  }

  private static Inheritance impossible(RefusalCode code, Map<String, String> details) {
    return new Inheritance.Impossible(new Refusal(code, "/handTo", details));
  }
}
