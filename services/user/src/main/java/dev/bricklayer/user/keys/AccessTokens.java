package dev.bricklayer.user.keys;

import com.nimbusds.jose.JOSEObjectType;
import dev.bricklayer.user.account.Account;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;

/** Issues access tokens in the profile of RFC 9068. */
@Component
public class AccessTokens {

  /** What RFC 9068 has in {@code typ}, so that no other JWT of ours is ever taken for one. */
  static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

  private final SigningKeys keys;
  private final JwtEncoder encoder;
  private final TokenSettings settings;
  private final IdGenerator ids;
  private final Clock clock;

  AccessTokens(
      SigningKeys keys, JwtEncoder encoder, TokenSettings settings, IdGenerator ids, Clock clock) {
    this.keys = keys;
    this.encoder = encoder;
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
  }

  /** How long a token is valid. */
  public Duration lifetime() {
    return settings.lifetime();
  }

  /**
   * A token for the person of this account. Beside what RFC 9068 asks for it carries the name,
   * language and time zone (as OpenID Connect calls them), for services that have not heard of a
   * new account yet.
   */
  public String issue(Account account) {
    JwsHeader header =
        JwsHeader.with(SignatureAlgorithm.ES256)
            .type(TYPE.getType())
            .keyId(keys.current().getKeyID())
            .build();
    return encoder.encode(JwtEncoderParameters.from(header, claims(account))).getTokenValue();
  }

  private JwtClaimsSet claims(Account account) {
    Instant now = clock.instant();
    JwtClaimsSet.Builder claims =
        JwtClaimsSet.builder()
            .issuer(settings.issuer())
            .audience(List.of(settings.audience()))
            .subject(account.id().toString())
            .claim("client_id", TokenSettings.CLIENT_ID)
            .id(ids.generateId().toString())
            .issuedAt(now)
            .expiresAt(now.plus(settings.lifetime()))
            .claim("preferred_username", account.username())
            .claim("locale", account.locale());
    account.timeZone().map(ZoneId::getId).ifPresent(zone -> claims.claim("zoneinfo", zone));
    return claims.build();
  }
}
