package dev.bricklayer.bff.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Remembers for a minute which tokens were found good, because checking a signature costs more than
 * the rest of a call. Whether a token has expired is looked at each time; a signing key that was
 * withdrawn is believed for that minute longer.
 */
final class RememberingJwtDecoder implements JwtDecoder {

  private static final Duration FOR = Duration.ofMinutes(1);
  private static final int MOST = 10_000;

  private final JwtDecoder checking;
  private final OAuth2TokenValidator<Jwt> stillGood;
  private final Cache<String, Jwt> good =
      Caffeine.newBuilder().expireAfterWrite(FOR).maximumSize(MOST).build();

  /**
   * Remembers what another decoder finds good.
   *
   * @param stillGood what may change about a good token as time goes by
   */
  RememberingJwtDecoder(JwtDecoder checking, OAuth2TokenValidator<Jwt> stillGood) {
    this.checking = checking;
    this.stillGood = stillGood;
  }

  @Override
  public Jwt decode(String token) throws JwtException {
    Jwt known = good.getIfPresent(token);
    if (known == null) {
      Jwt checked = checking.decode(token);
      good.put(token, checked);
      return checked;
    }
    OAuth2TokenValidatorResult now = stillGood.validate(known);
    if (now.hasErrors()) {
      throw new JwtValidationException("the token was good and is no longer", now.getErrors());
    }
    return known;
  }
}
