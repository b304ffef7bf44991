package dev.bricklayer.bff.security;

import dev.bricklayer.bff.identity.ServerAdministrators;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.problems.SecurityProblems;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
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

  /** No token is looked at: one that is old stands in nobody's way here. */
  @Bean
  @Order(1)
  SecurityFilterChain open(HttpSecurity http) {
    return stateless(http.securityMatcher(OPEN))
        .authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain calls(
      HttpSecurity http,
      SecurityProblems problems,
      AdministratorSettings named,
      ServerAdministrators ofMattermost) {
    return stateless(http)
        .authorizeHttpRequests(
            paths ->
                paths
                    .requestMatchers("/api/v1/admin/**")
                    .access(
                        (caller, _) ->
                            new AuthorizationDecision(
                                administers(caller.get(), named, ofMattermost)))
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
        .build();
  }

  /** Nobody's browser sends these tokens by itself, so there is nothing to forge a call with. */
  private static HttpSecurity stateless(HttpSecurity http) {
    return http.sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable);
  }

  /** Whoever the settings name, and who is linked to an administrator of the Mattermost server. */
  private static boolean administers(
      Authentication caller, AdministratorSettings named, ServerAdministrators ofMattermost) {
    if (!(caller instanceof JwtAuthenticationToken token)) {
      return false;
    }
    String username = token.getToken().getClaimAsString(USERNAME);
    return (username != null && named.contains(username))
        || ofMattermost.contains(new PersonId(UUID.fromString(token.getToken().getSubject())));
  }
}
