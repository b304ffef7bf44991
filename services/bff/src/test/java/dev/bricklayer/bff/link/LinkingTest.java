package dev.bricklayer.bff.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.identity.Identities;
import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.link.AccountLinked;
import dev.bricklayer.contracts.link.ConfirmLink;
import dev.bricklayer.contracts.link.LinkAsked;
import dev.bricklayer.contracts.link.LinkId;
import dev.bricklayer.contracts.link.LinkRefused;
import dev.bricklayer.contracts.link.RequestLink;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.messaging.Received;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes to the user service, and what comes back. */
class LinkingTest {

  private static final Instant LATER = Instant.parse("2026-10-12T08:10:00Z");

  private final BffWorld world = BffWorld.shared();
  private final Linking linking = world.patient().getBean(Linking.class);
  private final MattermostUserId lena =
      new MattermostUserId(UUID.randomUUID().toString().replace("-", ""));

  @Test
  void theTypedCodeAndTheYesGoToTheUserService() {
    PersonId identity = world.patient().getBean(Identities.class).of(lena);

    LinkId link = linking.ask(lena, "lena", "k7mw-q2xh-94pd").orElseThrow();
    linking.confirm(link, lena);

    assertThat(world.others().linkCommand(RequestLink.class, identity))
        .isEqualTo(new RequestLink(link, identity, lena.value(), "lena", "K7MWQ2XH94PD"));
    assertThat(world.others().linkCommand(ConfirmLink.class, identity))
        .isEqualTo(new ConfirmLink(link, identity));
  }

  @Test
  void whatCannotBeACodeGoesNowhere() {
    assertThat(linking.ask(lena, "lena", "my account")).isEmpty();
  }

  @Test
  void eachStepIsToldInWords() {
    List<LinkStep> steps =
        List.of(
            new LinkStep.Asked("lena", LATER),
            new LinkStep.Linked("lena"),
            new LinkStep.Refused(LinkRefused.Reason.CODE_INVALID));

    assertThat(steps)
        .allSatisfy(step -> assertThat(step.inWords().in(Locale.of("ru"))).matches(".*[а-я].*"));
    assertThat(steps.getFirst().inWords().in(Locale.ENGLISH)).contains("lena").endsWith("?");
  }

  @ParameterizedTest
  @EnumSource(LinkRefused.Reason.class)
  void everyReasonHasItsSentence(LinkRefused.Reason reason) {
    assertThat(new LinkStep.Refused(reason).inWords().in(Locale.ENGLISH)).isNotBlank();
  }

  @Test
  void theAnswersComeToWhoeverShowsThem() throws InterruptedException {
    BlockingQueue<LinkStep> heard = new LinkedBlockingQueue<>();
    LinkId link = new LinkId(UUID.randomUUID());
    PersonId identity = new PersonId(UUID.randomUUID());
    PersonId account = new PersonId(UUID.randomUUID());
    LinkAnswers answers =
        new LinkAnswers(
            Optional.of(
                (of, step) -> {
                  assertThat(of).isEqualTo(link);
                  heard.add(step);
                }));

    new ShowQuestionOnLinkAsked(answers)
        .react(received(new LinkAsked(link, identity, account, "lena", LATER)), _ -> {});
    new ShowEndOnAccountLinked(answers)
        .react(received(new AccountLinked(link, identity, account, "lena")), _ -> {});
    new ShowReasonOnLinkRefused(answers)
        .react(
            received(new LinkRefused(link, identity, LinkRefused.Reason.ALREADY_LINKED)), _ -> {});

    assertThat(heard.poll(0, TimeUnit.SECONDS)).isEqualTo(new LinkStep.Asked("lena", LATER));
    assertThat(heard.poll(0, TimeUnit.SECONDS)).isEqualTo(new LinkStep.Linked("lena"));
    assertThat(heard.poll(0, TimeUnit.SECONDS))
        .isEqualTo(new LinkStep.Refused(LinkRefused.Reason.ALREADY_LINKED));
  }

  private static <M> Received<M> received(M message) {
    return new Received<>(
        UUID.randomUUID(),
        message.getClass().getSimpleName(),
        "user.account.events",
        "key",
        null,
        null,
        LATER,
        message);
  }
}
