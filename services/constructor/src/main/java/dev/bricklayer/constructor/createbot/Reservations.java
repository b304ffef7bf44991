package dev.bricklayer.constructor.createbot;

import dev.bricklayer.constructor.createbot.Reservation.Active;
import dev.bricklayer.constructor.createbot.Reservation.Approved;
import dev.bricklayer.constructor.createbot.Reservation.Closing;
import dev.bricklayer.constructor.createbot.Reservation.Gone;
import dev.bricklayer.constructor.createbot.Reservation.Made;
import dev.bricklayer.constructor.createbot.Reservation.Making;
import dev.bricklayer.constructor.createbot.Reservation.Reserved;
import dev.bricklayer.constructor.createbot.Reservation.Unknown;
import dev.bricklayer.constructor.createbot.Reservation.Verifying;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.messaging.Outgoing;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries decisions out: reads what is known, writes what is known next, sends. */
@Component
class Reservations {

  private static final Logger log = LoggerFactory.getLogger(Reservations.class);

  private final ReservationRepository repository;

  Reservations(ReservationRepository repository) {
    this.repository = repository;
  }

  /**
   * Decides about one bot, within the caller's transaction.
   *
   * @return the call to make after the commit; null when there is none
   */
  <C> @Nullable C decide(
      BotId bot,
      SagaId saga,
      Outgoing out,
      Function<Reservation, Decision<Reservation, C>> decision) {
    Reservation known = repository.lockAndFind(bot);
    Decision<Reservation, C> decided = decision.apply(known);
    if (!decided.next().equals(known)) {
      repository.keep(decided.next(), saga);
      log.info("bot {} {} (saga {})", bot, inWords(decided.next()), saga);
    }
    decided.send().forEach(out::send);
    return decided.call();
  }

  private static String inWords(Reservation next) {
    return switch (next) {
      case Unknown _ -> "is unknown";
      case Verifying _ -> "has its name held while its credentials are verified";
      case Reserved _ -> "is reserved";
      case Approved _ -> "is reserved, and can have an account";
      case Making _ -> "gets an account";
      case Made _ -> "has its account";
      case Closing _ -> "is being undone: its account is closed";
      case Active _ -> "lives";
      case Gone gone -> "is not to be: " + gone.refusal().code().word();
    };
  }
}
