package dev.bricklayer.user.keys;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.bricklayer.sealing.OwnKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

@Configuration(proxyBeanMethods = false)
class KeysConfiguration {

  /** So far apart may the clocks of this service's copies be; the bff allows the same. */
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);

  @Bean
  OwnKey ownKey(OwnKeySettings settings) {
    return new OwnKey(settings.ownKey());
  }

  @Bean
  JwtEncoder jwtEncoder(SigningKeys keys) {
    return new NimbusJwtEncoder(keys);
  }

  /** Checks our own tokens by our own keys, without asking ourselves over HTTP. */
  @Bean
  JwtDecoder jwtDecoder(SigningKeys keys, TokenSettings settings, Clock clock) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(AccessTokens.TYPE));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys));
    // Claims are checked by the validator, with the clock that everything else has.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
    decoder.setJwtValidator(validator(settings, clock));
    return decoder;
  }

  /** Everything that RFC 9068 asks for; the ready-made checks of time know no other clock. */
  private static OAuth2TokenValidator<Jwt> validator(TokenSettings settings, Clock clock) {
    JwtTimestampValidator time = new JwtTimestampValidator(CLOCK_SKEW);
    time.setClock(clock);
    time.setAllowEmptyExpiryClaim(false);
    return JwtValidators.createAtJwtValidator()
        .issuer(settings.issuer())
        .audience(settings.audience())
        .clientId(TokenSettings.CLIENT_ID)
        .validators(
            checks -> {
              checks.put("exp", time);
              checks.put("iat", new JwtClaimValidator<Object>("iat", Objects::nonNull));
            })
        .build();
  }
}
