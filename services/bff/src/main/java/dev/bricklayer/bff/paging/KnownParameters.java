package dev.bricklayer.bff.paging;

import dev.bricklayer.problems.Fault;
import dev.bricklayer.problems.Problem;
import dev.bricklayer.problems.Text;
import dev.bricklayer.problems.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses what stands in the query of a REST call and would not be looked at: a parameter that the
 * call does not have, and one that is given twice.
 */
@Component
class KnownParameters implements HandlerInterceptor, WebMvcConfigurer {

  private static final Wording WORDS = Wording.beside(PageRequest.class);

  /** The answer must not grow with the request. */
  private static final int MOST_FAULTS = 10;

  private static final int LONGEST_NAME = 100;

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    // Without a query there are no parameters but those of a form, which no call takes.
    if (handler instanceof HandlerMethod call && request.getQueryString() != null) {
      Set<String> known = parametersOf(call);
      List<Fault> faults =
          request.getParameterMap().entrySet().stream()
              .flatMap(sent -> fault(sent.getKey(), sent.getValue().length, known).stream())
              .limit(MOST_FAULTS)
              .toList();
      if (!faults.isEmpty()) {
        throw Problem.input(faults);
      }
    }
    return true;
  }

  private static Optional<Fault> fault(String name, int times, Set<String> known) {
    if (!known.contains(name)) {
      return Optional.of(Fault.inParameter(shown(name), "unknown-field", whatThereIs(known)));
    }
    return times == 1
        ? Optional.empty()
        : Optional.of(Fault.inParameter(name, "invalid", WORDS.text("repeated")));
  }

  private static String shown(String name) {
    return name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }

  private static Text whatThereIs(Set<String> known) {
    return known.isEmpty()
        ? WORDS.text("no-parameters")
        : WORDS.text("unknown-parameter", String.join(", ", known));
  }

  private static Set<String> parametersOf(HandlerMethod call) {
    Set<String> names = new TreeSet<>();
    for (MethodParameter parameter : call.getMethodParameters()) {
      if (parameter.getParameterType() == PageRequest.class) {
        names.addAll(PageRequestResolver.PARAMETERS);
      } else if (parameter.hasParameterAnnotation(RequestParam.class)) {
        names.add(parameter.getParameter().getName());
      }
    }
    return names;
  }
}
