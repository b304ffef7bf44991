package dev.bricklayer.bff.security;

import dev.bricklayer.problems.SecurityProblems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Everything takes an access token but the description of the calls and the health of the service.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  /** What anybody may call; whatever is added later is closed until it is named here. */
  private static final String[] OPEN = {
    "/openapi.yaml", "/docs", "/docs/**", "/actuator/health/**", "/actuator/prometheus", "/error",
  };

  private static final String USERNAME = "preferred_username";

  /** A call is observed as a whole; each filter on its way would cost more than it tells. */
  @Bean
  SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  SecurityFilterChain calls(
      HttpSecurity http, SecurityProblems problems, AdministratorSettings administrators) {
    return http.authorizeHttpRequests(
            paths ->
                paths
                    .requestMatchers(OPEN)
                    .permitAll()
                    .requestMatchers("/api/v1/admin/**")
                    .access(
                        (caller, _) ->
                            new AuthorizationDecision(isOneOf(administrators, caller.get())))
                    .requestMatchers("/api/**", "/actuator/**")
                    .authenticated()
                    // Nothing is there, and whoever asks may know.
                    .anyRequest()
                    .permitAll())
        .oauth2ResourceServer(
            tokens ->
                tokens
                    .jwt(_ -> {})
                    .authenticationEntryPoint(problems)
                    .accessDeniedHandler(problems))
        .exceptionHandling(
            no -> no.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        // Nobody's browser sends these tokens by itself.
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .build();
  }

  private static boolean isOneOf(AdministratorSettings administrators, Authentication caller) {
    if (!(caller instanceof JwtAuthenticationToken token)) {
      return false;
    }
    String username = token.getToken().getClaimAsString(USERNAME);
    return username != null && administrators.contains(username);
  }
}
