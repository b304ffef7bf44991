package dev.bricklayer.problems;

import static dev.bricklayer.problems.Problem.WORDS;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Spring Security's noes as problems: 401 with {@code WWW-Authenticate} (RFC 6750), 403, and 503
 * when whoever could tell is away. A filter chain takes it as entry point and as access denied
 * handler, both of {@code exceptionHandling} and of {@code oauth2ResourceServer}.
 */
public final class SecurityProblems
    implements AuthenticationEntryPoint, AccessDeniedHandler, ProblemTranslator {

  private static final Logger log = LoggerFactory.getLogger(SecurityProblems.class);
  private static final Duration A_LITTLE_LATER = Duration.ofSeconds(3);

  private final ProblemWriter writer;

  SecurityProblems(ProblemWriter writer) {
    this.writer = writer;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    boolean tokenSent = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    writer.write(request, response, tokenSent ? tokenNotValid() : tokenMissing());
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
      throws IOException {
    writer.write(request, response, Problem.forbidden());
  }

  /** The keys to check a token by could not be fetched: that says nothing about the token. */
  @Override
  public Optional<Problem> translate(Throwable thrown) {
    return switch (thrown) {
      case AuthenticationServiceException e -> {
        log.warn("Tokens cannot be checked at the moment: {}", e.toString());
        yield Optional.of(Problem.busy(A_LITTLE_LATER));
      }
      case AuthenticationException _ -> Optional.of(tokenNotValid());
      case AccessDeniedException _ -> Optional.of(Problem.forbidden());
      default -> Optional.empty();
    };
  }

  private static Problem tokenMissing() {
    return Problem.unauthenticated(WORDS.text("unauthenticated"));
  }

  private static Problem tokenNotValid() {
    return Problem.unauthenticated(WORDS.text("token-not-valid"))
        .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
  }
}
