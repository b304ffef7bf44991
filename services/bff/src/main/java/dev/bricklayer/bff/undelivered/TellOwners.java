package dev.bricklayer.bff.undelivered;

import dev.bricklayer.bff.telling.Teller;
import dev.bricklayer.bff.telling.Told;
import dev.bricklayer.bff.undelivered.WordRepository.Claimed;
import dev.bricklayer.contracts.reminder.ReminderUndeliverable;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells people what they did not ask for and have to know. It is kept until they have heard it:
 * what a copy leaves untold, because it died or Mattermost is away, another one tells, and a text
 * that takes several posts goes on where it ended. Whoever is nobody in Mattermost reads it over
 * REST.
 */
@Component
public class TellOwners {

  private static final Logger log = LoggerFactory.getLogger(TellOwners.class);

  /** Longer than Mattermost takes to answer the calls of one round. */
  private static final Duration LEASE = Duration.ofSeconds(60);

  private static final Duration KEPT = Duration.ofDays(7);
  private static final int AT_ONCE = 10;

  private final WordRepository words;
  private final Letters letters;
  private final Teller teller;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  TellOwners(WordRepository words, Letters letters, Teller teller) {
    this.words = words;
    this.letters = letters;
    this.teller = teller;
  }

  /** A reminder was not posted: whoever owns it hears why, and gets its text back. */
  public void undelivered(ReminderUndeliverable event) {
    keep(new Word.Undelivered(event));
  }

  /** Keeps it, in the caller's transaction, and tells it once that is committed. */
  void keep(Word word) {
    words.keep(word);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            threads.execute(TellOwners.this::tell);
          }
        });
  }

  /** Tells what nobody is at. */
  @Scheduled(fixedDelayString = "PT5S")
  void tell() {
    try {
      words.claim(AT_ONCE, LEASE).forEach(this::tell);
    } catch (DataAccessException | TransactionException e) {
      log.warn("People could not be told what they have to know; soon again: {}", e.toString());
    }
  }

  private void tell(Claimed claimed) {
    List<Letter> all = letters.of(claimed.word());
    for (int post = claimed.postsTold(); post < all.size(); post++) {
      switch (teller.tell(all.get(post).card(), all.get(post).reader(), Letters.PLACE)) {
        case Told.AsMeant _, Told.InDirect _ -> words.told(claimed.id(), post + 1);
        case Told.Nowhere _ -> {
          log.info("Somebody waits to be told what was not delivered; again in {}", LEASE);
          return;
        }
      }
    }
    words.delete(claimed.id());
  }

  @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
  void forget() {
    try {
      int forgotten = words.forget(KEPT);
      if (forgotten > 0) {
        log.warn("{} words to people could not be told in {}, and are given up", forgotten, KEPT);
      }
    } catch (DataAccessException e) {
      log.warn("Old words could not be removed; the next try is in an hour: {}", e.toString());
    }
  }

  @PreDestroy
  void stop() {
    threads.shutdown();
  }
}
