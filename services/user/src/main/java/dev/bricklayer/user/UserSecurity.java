package dev.bricklayer.user;

import dev.bricklayer.problems.SecurityProblems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Who may call what: one's own account needs an access token, the way to one does not. */
@Configuration(proxyBeanMethods = false)
class UserSecurity {

  /** What anybody may call; whatever is added later is closed until it is named here. */
  private static final String[] OPEN = {
    "/api/v1/users",
    "/api/v1/tokens",
    "/api/v1/tokens/refresh",
    "/.well-known/jwks.json",
    "/openapi.yaml",
    "/docs",
    "/docs/**",
    "/actuator/health/**",
    "/actuator/prometheus",
    "/error",
  };

  /** No token is looked at: whoever always sends theirs comes here to renew one that is old. */
  @Bean
  @Order(1)
  SecurityFilterChain open(HttpSecurity http) {
    return stateless(http.securityMatcher(OPEN))
        .authorizeHttpRequests(it -> it.anyRequest().permitAll())
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain closed(HttpSecurity http, SecurityProblems problems) {
    return stateless(http)
        .authorizeHttpRequests(
            it ->
                it.requestMatchers("/api/**", "/actuator/**")
                    .authenticated()
                    // Nothing is there, and whoever asks may know.
                    .anyRequest()
                    .permitAll())
        .oauth2ResourceServer(
            it ->
                it.jwt(jwt -> {}).authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .exceptionHandling(
            it -> it.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .build();
  }

  /** No cookie proves anything here, so there is nothing to forge a request with. */
  private static HttpSecurity stateless(HttpSecurity http) {
    return http.sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable);
  }
}
