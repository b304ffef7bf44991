package dev.bricklayer.bff.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Bodies;
import dev.bricklayer.bff.world.Person;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.state.LinkedIdentity;
import dev.bricklayer.mattermost.MattermostUserId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is the same person, and what follows from it. */
class SelvesTest {

  private static final Instant MONDAY = Instant.parse("2026-10-12T08:00:00Z");

  private final BffWorld world = BffWorld.shared();
  private final Identities identities = world.patient().getBean(Identities.class);
  private final Person account = Person.named("lena");
  private final Person inMattermost = Person.named("lena");

  @Test
  void whoeverIsLinkedToNobodyIsAlone() {
    assertThat(identities.selvesOf(account.id())).containsExactly(account.id());
    assertThat(identities.mattermostUserOf(account.id())).isEmpty();
  }

  @Test
  void anAccountAndItsIdentitiesAreOnePersonByAnyOfThem() {
    Person second = Person.named("lena-too");
    world.linked(account, 2, link(inMattermost, MONDAY), link(second, MONDAY.plusSeconds(60)));

    for (Person self : new Person[] {account, inMattermost, second}) {
      assertThat(identities.selvesOf(self.id()))
          .containsExactlyInAnyOrder(account.id(), inMattermost.id(), second.id());
    }
    assertThat(identities.mattermostUserOf(account.id())).contains(userOf(second));
    assertThat(identities.mattermostUserOf(inMattermost.id())).contains(userOf(inMattermost));
  }

  @Test
  void eachSeesTheBotsOfTheOtherAndNoMoreOnceTheyAreParted() {
    String theirs = makeBot(account);
    String mine = makeBot(inMattermost);
    assertThat(sees(account, mine)).isFalse();

    world.linked(account, 2, link(inMattermost, MONDAY));
    assertThat(sees(account, mine)).isTrue();
    assertThat(sees(inMattermost, theirs)).isTrue();
    assertThat(listed(account)).isEqualTo(2);
    assertThat(listed(inMattermost)).isEqualTo(2);

    world.linked(account, 3);
    assertThat(sees(account, mine)).isFalse();
    assertThat(sees(inMattermost, theirs)).isFalse();
    assertThat(sees(inMattermost, mine)).isTrue();
  }

  @Test
  void anIdentityThatWentToAnotherAccountIsThere() {
    Person other = Person.named("bob");
    world.linked(other, 2, link(inMattermost, MONDAY.plusSeconds(60)));
    world.linked(account, 2, link(inMattermost, MONDAY));

    assertThat(identities.selvesOf(inMattermost.id()))
        .containsExactlyInAnyOrder(inMattermost.id(), other.id());
  }

  @Test
  void whoDidSomethingHereCanBeWrittenTo() {
    MattermostUserId user =
        new MattermostUserId("m" + UUID.randomUUID().toString().substring(0, 8));

    PersonId person = identities.meet(user);
    identities.meet(user);

    assertThat(identities.of(user)).isEqualTo(person);
    assertThat(identities.mattermostUserOf(person)).contains(user);
  }

  private String makeBot(Person owner) {
    var answer =
        world
            .at(world.patient(), owner)
            .post("/api/v1/bots", Bodies.bot(BffWorld.unique("standup")).json());
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.at("/id");
  }

  private boolean sees(Person person, String bot) {
    return world.at(world.patient(), person).get("/api/v1/bots/" + bot).status() == 200;
  }

  private int listed(Person person) {
    return world.at(world.patient(), person).get("/api/v1/bots").json().at("/items").size();
  }

  private static LinkedIdentity link(Person identity, Instant at) {
    return new LinkedIdentity(identity.id(), userOf(identity).value(), identity.username(), at);
  }

  private static MattermostUserId userOf(Person identity) {
    return new MattermostUserId(identity.id().toString().replace("-", ""));
  }
}
