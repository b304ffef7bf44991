package dev.bricklayer.bff.drafts;

import dev.bricklayer.bff.intent.Form;
import dev.bricklayer.bff.signing.Seals;
import dev.bricklayer.bff.signing.Seals.Purpose;
import dev.bricklayer.chassis.JsonColumns;
import dev.bricklayer.mattermost.MattermostUserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DraftRepository {

  private static final Duration KEPT = Duration.ofHours(24);

  /** A form's id is sealed into it, so only its own person comes with it. */
  private static final String KEEP =
      """
      insert into draft (draft_id, mattermost_user_id, form, filled_in, sealed_token)
      values (:id, :user, :form, :filledIn, :token)
      on conflict (draft_id) do update
      set filled_in = excluded.filled_in, sealed_token = coalesce(excluded.sealed_token, draft.sealed_token),
        changed_at = now()
      returning *
      """;

  private static final String FIND =
      """
      select * from draft
      where draft_id = :id and mattermost_user_id = :user and changed_at > now() - :kept::interval
      """;

  private static final String WARNED =
      "update draft set warned = :fingerprint where draft_id = :id";

  /** Counts a refusal once, also where the same form was sent twice at the same time. */
  private static final String COUNT_ATTEMPT =
      "update draft set attempt = attempt + 1 where draft_id = :id and attempt = :seen";

  private static final String SPEND =
      "update draft set spent = true, sealed_token = null where draft_id = :id";

  private static final String FORGET =
      "delete from draft where changed_at < now() - :kept::interval";

  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final Seals seals;

  DraftRepository(JdbcClient jdbc, JsonColumns json, Seals seals) {
    this.jdbc = jdbc;
    this.json = json;
    this.seals = seals;
  }

  /** A token at rest. */
  private record SealedToken(String token) {}

  /** What was typed. */
  private record FilledIn(Map<String, String> values) {}

  Draft keep(
      UUID id,
      MattermostUserId user,
      Form form,
      Map<String, String> values,
      @Nullable String token) {
    return jdbc.sql(KEEP)
        .param("id", id)
        .param("user", user.value())
        .param("form", json.column(form))
        .param("filledIn", json.column(new FilledIn(values)))
        .param("token", token == null ? null : seal(user, token))
        .query(this::draft)
        .single();
  }

  Optional<Draft> find(UUID id, MattermostUserId user) {
    return jdbc.sql(FIND)
        .param("id", id)
        .param("user", user.value())
        .param("kept", KEPT.toString())
        .query(this::draft)
        .optional();
  }

  void warned(UUID id, String fingerprint) {
    jdbc.sql(WARNED).param("id", id).param("fingerprint", fingerprint).update();
  }

  void countAttempt(UUID id, int seen) {
    jdbc.sql(COUNT_ATTEMPT).param("id", id).param("seen", seen).update();
  }

  void spend(UUID id) {
    jdbc.sql(SPEND).param("id", id).update();
  }

  void forgetOld() {
    jdbc.sql(FORGET).param("kept", KEPT.toString()).update();
  }

  private String seal(MattermostUserId user, String token) {
    return seals.seal(Purpose.DRAFT, user, new SealedToken(token), KEPT);
  }

  private Draft draft(ResultSet row, int number) throws SQLException {
    MattermostUserId user = new MattermostUserId(row.getString("mattermost_user_id"));
    String sealed = row.getString("sealed_token");
    return new Draft(
        row.getObject("draft_id", UUID.class),
        user,
        json.read(row.getString("form"), Form.class),
        json.read(row.getString("filled_in"), FilledIn.class).values(),
        sealed == null ? null : open(user, sealed),
        row.getInt("attempt"),
        row.getString("warned"),
        row.getBoolean("spent"));
  }

  private @Nullable String open(MattermostUserId user, String sealed) {
    return seals
        .open(Purpose.DRAFT, user, sealed, SealedToken.class)
        .map(SealedToken::token)
        .orElse(null);
  }
}
