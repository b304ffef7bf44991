package dev.bricklayer.problems;

import static dev.bricklayer.problems.Problem.WORDS;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Refuses an address that cannot be decoded. Tomcat looks only at its path and not at the
 * parameters in it; Spring would take those for an error of ours.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UnreadableAddressFilter extends OncePerRequestFilter {

  private final ProblemWriter writer;

  UnreadableAddressFilter(ProblemWriter writer) {
    this.writer = writer;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    if (isReadable(request.getRequestURI())) {
      next.doFilter(request, response);
    } else {
      writer.write(request, response, Problem.malformed(WORDS.text("malformed")));
    }
  }

  private static boolean isReadable(String address) {
    try {
      UriUtils.decode(address, StandardCharsets.UTF_8);
      return true;
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }
}
