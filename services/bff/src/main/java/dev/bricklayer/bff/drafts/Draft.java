package dev.bricklayer.bff.drafts;

import dev.bricklayer.bff.intent.Form;
import dev.bricklayer.mattermost.MattermostUserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A form as it was filled in.
 *
 * @param id the form's
 * @param user whose
 * @param form what it is about
 * @param values what was typed, without the token
 * @param token the bot token that was typed, in clear; null for none. Kept sealed
 * @param attempt how many refusals the person has been told
 * @param warned the fingerprint of the values about which they were warned; null for none
 * @param spent whether it has succeeded
 */
public record Draft(
    UUID id,
    MattermostUserId user,
    Form form,
    Map<String, String> values,
    @Nullable String token,
    int attempt,
    @Nullable String warned,
    boolean spent) {

  /** The field that is kept sealed and never filled in again. */
  public static final String TOKEN = "token";

  public Draft {
    values = Map.copyOf(values);
  }

  /** All that counts: what was typed, and the token that was typed now or before. */
  public Map<String, String> whole() {
    Map<String, String> whole = new HashMap<>(values);
    Optional.ofNullable(token).ifPresent(known -> whole.put(TOKEN, known));
    return whole;
  }

  @Override
  public String toString() {
    return "Draft[" + id + "]";
  }
}
