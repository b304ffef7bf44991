package dev.bricklayer.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Answers what a controller, or the way to it, throws. */
final class ProblemExceptionResolver implements HandlerExceptionResolver, Ordered {

  private final ProblemWriter writer;

  ProblemExceptionResolver(ProblemWriter writer) {
    this.writer = writer;
  }

  @Override
  public ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception thrown) {
    try {
      writer.write(request, response, thrown);
      return new ModelAndView();
    } catch (IOException callerGone) {
      throw new UncheckedIOException(callerGone);
    }
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }
}
