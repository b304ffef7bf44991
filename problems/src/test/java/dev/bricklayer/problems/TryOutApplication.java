package dev.bricklayer.problems;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A small application that shows every kind of problem. */
@SpringBootConfiguration
@EnableAutoConfiguration
class TryOutApplication {

  enum Drink {
    TEA,
    COFFEE
  }

  record Visit(String name, Optional<String> note, Drink drink, int guests, List<String> tags) {}

  @RestController
  static class VisitController {

    private static final TextRule NAME = TextRule.line(8);
    private static final Map<String, Drink> DRINKS = drinks();

    final AtomicInteger visits = new AtomicInteger();

    private static Map<String, Drink> drinks() {
      Map<String, Drink> drinks = new LinkedHashMap<>();
      drinks.put("tea", Drink.TEA);
      drinks.put("coffee", Drink.COFFEE);
      return drinks;
    }

    @PostMapping("/visits")
    Visit visit(JsonBody body) {
      Visit visit = body.read(VisitController::from);
      visits.incrementAndGet();
      return visit;
    }

    private static Visit from(Fields fields) {
      fields.ignore("id");
      Fields order = fields.object("order");
      return new Visit(
          fields.text("name", NAME),
          fields.optionalText("note", TextRule.lines(20)),
          order.choice("drink", DRINKS),
          order.optionalInteger("guests", 1, 9).orElse(1),
          fields.has("tags") ? fields.texts("tags", 2, NAME) : List.of());
    }

    @PostMapping("/payments")
    Map<String, String> pay(JsonBody body) {
      return body.read(
          fields -> {
            boolean card = fields.kind("kind", Map.of("card", true, "cash", false));
            return Map.of("by", card ? fields.text("number", NAME) : "cash");
          });
    }

    @GetMapping("/visits/{id}")
    String find(@PathVariable("id") UUID id, @RequestParam("limit") Optional<Integer> limit) {
      throw Problem.notFound();
    }

    @GetMapping("/needs")
    String needs(@RequestParam("q") String q, @RequestHeader("X-Need") String need) {
      return q + need;
    }

    @GetMapping("/throttled")
    String throttled() {
      throw Problem.tooManyRequests(Duration.ofMillis(1500));
    }

    @GetMapping("/busy")
    String busy() {
      throw Problem.busy(Duration.ZERO);
    }

    @GetMapping("/taken")
    String taken() {
      throw Problem.conflict(
          Fault.at("/name", "name-taken", Problem.WORDS.text("duplicate-field", 1, 2)));
    }

    @GetMapping("/broken")
    String broken() {
      throw new IllegalStateException("the secret is 42");
    }

    @GetMapping("/refused-by-the-container")
    void refusedByTheContainer(HttpServletResponse response) throws IOException {
      response.sendError(503, "the secret is 42");
    }

    @GetMapping("/database-away")
    String databaseAway() {
      throw new QueryTimeoutException("select secret");
    }

    @GetMapping("/secured/here")
    String secured() {
      return "in";
    }
  }

  @Bean
  SecurityFilterChain chain(HttpSecurity http, SecurityProblems problems) {
    return http.authorizeHttpRequests(
            it ->
                it.requestMatchers("/secured/nobody")
                    .denyAll()
                    .requestMatchers("/secured/**")
                    .authenticated()
                    .anyRequest()
                    .permitAll())
        .csrf(it -> it.disable())
        .exceptionHandling(
            it -> it.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .oauth2ResourceServer(
            it ->
                it.jwt(jwt -> {}).authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .addFilterAfter(
            (request, response, next) -> {
              if (request.getDispatcherType() == DispatcherType.REQUEST
                  && request.getParameterMap().containsKey("filterFails")) {
                throw new IOException("the secret is 42");
              }
              next.doFilter(request, response);
            },
            AuthorizationFilter.class)
        .build();
  }

  @Bean
  JwtDecoder decoder() {
    return token ->
        switch (token) {
          case "good" ->
              new Jwt(
                  token,
                  Instant.EPOCH,
                  Instant.MAX,
                  Map.of("alg", "none"),
                  Map.of("sub", "someone"));
          case "keys-away" -> throw new AuthenticationServiceException("no keys");
          default -> throw new BadJwtException("expired at noon");
        };
  }
}
