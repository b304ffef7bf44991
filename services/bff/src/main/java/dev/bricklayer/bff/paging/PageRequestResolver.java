package dev.bricklayer.bff.paging;

import dev.bricklayer.problems.Fault;
import dev.bricklayer.problems.Problem;
import dev.bricklayer.problems.Wording;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads {@code limit} and {@code after}. */
@Component
class PageRequestResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

  private static final Wording WORDS = Wording.beside(PageRequest.class);

  /** The names that it reads. */
  static final Set<String> PARAMETERS = Set.of("limit", "after");

  private static final int USUAL = 50;
  private static final int MOST = 200;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == PageRequest.class;
  }

  @Override
  public PageRequest resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest request =
        Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
    List<Fault> faults = new ArrayList<>();
    int limit = limit(request.getParameter("limit"), faults);
    Optional<UUID> after = after(request.getParameter("after"), faults);
    if (!faults.isEmpty()) {
      throw Problem.input(faults);
    }
    return new PageRequest(path(request), limit, after);
  }

  private static String path(HttpServletRequest request) {
    String query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }

  private static int limit(@Nullable String text, List<Fault> faults) {
    if (text == null) {
      return USUAL;
    }
    int limit = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > MOST) {
      faults.add(Fault.inParameter("limit", "invalid", WORDS.text("limit", MOST)));
    }
    return limit;
  }

  private static Optional<UUID> after(@Nullable String text, List<Fault> faults) {
    if (text == null) {
      return Optional.empty();
    }
    if (!ID.matcher(text).matches()) {
      faults.add(Fault.inParameter("after", "invalid", WORDS.text("after")));
      return Optional.empty();
    }
    return Optional.of(UUID.fromString(text));
  }
}
