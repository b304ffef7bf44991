package dev.bricklayer.bff.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Access tokens as RFC 8725 and RFC 9068 want them checked: one algorithm, one type, one issuer,
 * one audience. The user service is asked for its keys now and then, and may be away meanwhile.
 */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

  private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

  /**
   * So far apart may this machine's clock and that of the user service be; there it is the same.
   */
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);

  private static final int ANSWER_WITHIN_MS = 1_500;
  private static final int MOST_BYTES = 64 * 1024;

  /** A token of another key asks for new keys, but not more often than this. */
  private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(1);

  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  @Bean
  JwtDecoder jwtDecoder(TokenSettings tokens, JwksSettings jwks, Clock clock)
      throws MalformedURLException {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(ACCESS_TOKEN));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys(jwks)));
    // Claims are the business of the validators below.
    processor.setJWTClaimsSetVerifier((_, _) -> {});
    NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
    JwtTimestampValidator time = new JwtTimestampValidator(CLOCK_SKEW);
    time.setClock(clock);
    time.setAllowEmptyExpiryClaim(false);
    decoder.setJwtValidator(validator(tokens, time));
    return new RememberingJwtDecoder(decoder, time);
  }

  private static JWKSource<SecurityContext> keys(JwksSettings settings)
      throws MalformedURLException {
    return JWKSourceBuilder.create(
            settings.url().toURL(),
            new DefaultResourceRetriever(ANSWER_WITHIN_MS, ANSWER_WITHIN_MS, MOST_BYTES))
        .cache(settings.keep().toMillis(), 2L * ANSWER_WITHIN_MS)
        .refreshAheadCache(false)
        .rateLimited(Math.min(BETWEEN_FETCHES.toMillis(), settings.keep().toMillis() / 2))
        .outageTolerant(settings.keepInOutage().toMillis())
        .build();
  }

  private static OAuth2TokenValidator<Jwt> validator(
      TokenSettings settings, JwtTimestampValidator time) {
    return new DelegatingOAuth2TokenValidator<>(
        time,
        new JwtIssuerValidator(settings.issuer()),
        new JwtClaimValidator<List<String>>(
            JwtClaimNames.AUD, to -> to != null && to.contains(settings.audience())),
        new JwtClaimValidator<String>(
            JwtClaimNames.SUB, person -> person != null && UUID_TEXT.matcher(person).matches()));
  }
}
