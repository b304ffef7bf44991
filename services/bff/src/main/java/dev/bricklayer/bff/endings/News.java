package dev.bricklayer.bff.endings;

import dev.bricklayer.bff.cards.Card;
import dev.bricklayer.bff.telling.Teller;
import dev.bricklayer.bff.telling.Told;
import jakarta.annotation.PreDestroy;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells what comes by itself about something that is no operation. It is written down with the
 * transaction that hears of it: what a copy that dies leaves untold, another one tells.
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
   * Something came. It is told once the caller's transaction is committed, on another thread; where
   * nobody waits, to nobody.
   *
   * @param card what to tell, by the language
   * @param last whether nothing more will come about this
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void came(UUID about, Function<Locale, Card> card, boolean last) {
    tellings
        .waiting(about)
        .ifPresent(
            to -> {
              tellings.came(about, new NewsItem(card.apply(to.language()), last));
              TransactionSynchronizationManager.registerSynchronization(
                  new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                      threads.execute(() -> tellOrLeave(about));
                    }
                  });
            });
  }

  /** What was left untold: its copy died, or Mattermost was away. */
  @Scheduled(fixedDelayString = "PT5S")
  void tellUntold() {
    try {
      tellings.untold().forEach(this::tellOrLeave);
    } catch (DataAccessException e) {
      log.warn("Untold news could not be looked for; soon again: {}", e.toString());
    }
  }

  private void tellOrLeave(UUID about) {
    try {
      tellings.claimNews(about, TellEnds.LEASE).ifPresent(untold -> tell(about, untold));
    } catch (DataAccessException | TransactionException e) {
      log.warn("News about {} could not be told; a copy will try again: {}", about, e.toString());
    }
  }

  private void tell(UUID about, TellingRepository.Untold untold) {
    Addressee to = untold.to();
    Told told = teller.tell(untold.item().card(), to.user(), to.place());
    switch (told) {
      case Told.AsMeant _, Told.InDirect _ -> tellings.told(about, untold.item());
      case Told.Nowhere _ -> log.info("News about {} wait to be told", about);
    }
  }

  @PreDestroy
  void stop() {
    threads.shutdown();
  }
}
