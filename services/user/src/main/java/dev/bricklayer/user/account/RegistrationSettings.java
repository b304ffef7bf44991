package dev.bricklayer.user.account;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may make an account.
 *
 * @param mode {@code open}: everybody; {@code code}: whoever has the registration code; {@code
 *     closed}: nobody
 * @param code what newcomers send as {@code registrationCode} in mode {@code code}; without it one
 *     is made, kept and told in the log at each start
 */
@ConfigurationProperties("bricklayer.user.registration")
record RegistrationSettings(@DefaultValue("code") Mode mode, @Nullable String code) {

  enum Mode {
    /** Everybody. */
    OPEN,
    /** Whoever has the registration code. */
    CODE,
    /** Nobody. */
    CLOSED
  }
}
