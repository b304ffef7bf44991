package dev.bricklayer.bff.endings;

import dev.bricklayer.bff.cards.Card;
import dev.bricklayer.bff.telling.Teller;
import jakarta.annotation.PreDestroy;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells what comes by itself about something that is no operation. A copy that dies while it tells
 * leaves it untold; whoever waits asks again.
 */
@Component
public class News {

  private static final Logger log = LoggerFactory.getLogger(News.class);

  private final TellingRepository tellings;
  private final Teller teller;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  News(TellingRepository tellings, Teller teller) {
    this.tellings = tellings;
    this.teller = teller;
  }

  /** Keeps, in the caller's transaction, who waits for news about this; the last to ask is told. */
  public void await(UUID about, Addressee to) {
    tellings.keep(about, to);
  }

  /**
   * Something came. It is told once the caller's transaction is committed, on another thread.
   *
   * @param card what to tell, by the language
   * @param last whether nothing more will come about this
   */
  public void came(UUID about, Function<Locale, Card> card, boolean last) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            threads.execute(() -> tell(about, card, last));
          }
        });
  }

  private void tell(UUID about, Function<Locale, Card> card, boolean last) {
    try {
      tellings
          .claim(about, TellEnds.LEASE, Addressee.class)
          .ifPresent(
              to -> {
                teller.tell(card.apply(to.language()), to.user(), to.place());
                if (last) {
                  tellings.delete(about);
                } else {
                  tellings.release(about);
                }
              });
    } catch (DataAccessException | TransactionException e) {
      log.warn("News about {} could not be told: {}", about, e.toString());
    }
  }

  @PreDestroy
  void stop() {
    threads.shutdown();
  }
}
