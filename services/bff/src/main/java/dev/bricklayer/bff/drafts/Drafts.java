package dev.bricklayer.bff.drafts;

import dev.bricklayer.bff.intent.Form;
import dev.bricklayer.mattermost.MattermostUserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps what was typed before anything is done with it: whatever happens then, nobody types it
 * again. After a day it goes.
 */
@Component
public class Drafts {

  private static final Logger log = LoggerFactory.getLogger(Drafts.class);

  private final DraftRepository repository;

  Drafts(DraftRepository repository) {
    this.repository = repository;
  }

  /**
   * Keeps what was filled in. A token that was typed earlier stays where none was typed now.
   *
   * @return the whole of it
   */
  public Draft keep(UUID id, MattermostUserId user, Form form, Map<String, String> filledIn) {
    Map<String, String> values = new HashMap<>(filledIn);
    String token = values.remove(Draft.TOKEN);
    return repository.keep(id, user, form, values, token);
  }

  /** A person's draft; somebody else's, or one that is too old, is not there. */
  public Optional<Draft> find(UUID id, MattermostUserId user) {
    return repository.find(id, user);
  }

  /** They have seen what is odd about these values; the same values again mean yes. */
  public void warned(Draft draft, String fingerprint) {
    repository.warned(draft.id(), fingerprint);
  }

  /**
   * They have heard that an attempt was refused: sent again, even unchanged, it is tried anew.
   *
   * @param attempt the number of that attempt
   */
  public void refused(UUID id, int attempt) {
    repository.countAttempt(id, attempt);
  }

  /** It has succeeded: nothing else comes of this form. */
  public void spend(UUID id) {
    repository.spend(id);
  }

  @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT10M")
  void forget() {
    try {
      repository.forgetOld();
    } catch (DataAccessException e) {
      log.warn("Old drafts could not be removed; the next try is in ten minutes: {}", e.toString());
    }
  }
}
