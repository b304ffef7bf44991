package dev.bricklayer.bff.journal;

import dev.bricklayer.bff.operation.Refusals;
import dev.bricklayer.bff.operation.RequestKey;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.reminder.RunJobNow;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.messaging.Outbox;
import dev.bricklayer.problems.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has a job's reminder posted once, beside its schedule. What became of it is in the journal. */
@Component
class RunNow {

  private static final int ONE_CLICK_SECONDS = 3;

  private final AskedRunRepository asked;
  private final Outbox outbox;
  private final Clock clock;

  RunNow(AskedRunRepository asked, Outbox outbox, Clock clock) {
    this.asked = asked;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Asks for it; whether the person may was looked at before.
   *
   * @param directTo who alone is to see it; empty when it goes to the job's channel
   * @param key what a repetition of the same request is recognised by; absent when there is none
   * @return the instant under which the journal will have it; a repetition's is the first one's
   * @throws Problem when the person has asked for something else under the key
   */
  @Transactional
  public Instant ask(
      PersonId person,
      BotId bot,
      JobId job,
      Optional<MattermostUserId> directTo,
      @Nullable RequestKey key) {
    Instant now = offTheMinute(clock.instant().truncatedTo(ChronoUnit.MICROS));
    if (key != null && !asked.keep(person, key, now)) {
      return asked.find(person, key).orElseThrow(Refusals::keyOfAnother);
    }
    say(bot, job, now, directTo);
    return now;
  }

  /** The same for a click: clicked twice within three seconds it is asked for once. */
  @Transactional
  public Instant askByClick(BotId bot, JobId job, Optional<MattermostUserId> directTo) {
    long second = clock.instant().getEpochSecond();
    long micros = directTo.isPresent() ? 2 : 1;
    Instant at =
        Instant.ofEpochSecond(second - second % ONE_CLICK_SECONDS).plus(micros, ChronoUnit.MICROS);
    say(bot, job, at, directTo);
    return at;
  }

  private void say(BotId bot, JobId job, Instant at, Optional<MattermostUserId> directTo) {
    outbox
        .outsideSagas()
        .send(new RunJobNow(bot, job, at, directTo.map(MattermostUserId::value).orElse(null)));
  }

  /** No schedule has instants between whole seconds, so it is none of the job's own. */
  private static Instant offTheMinute(Instant now) {
    return now.equals(now.truncatedTo(ChronoUnit.SECONDS)) ? now.plus(1, ChronoUnit.MICROS) : now;
  }
}
