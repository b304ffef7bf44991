package dev.bricklayer.bff.security;

import dev.bricklayer.bff.accounts.Account;
import dev.bricklayer.bff.accounts.Accounts;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.state.AccountState;
import dev.bricklayer.problems.ProblemWriter;
import dev.bricklayer.problems.Wording;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts together who asks: the token says who, the account's state what more is known. */
@Component
class CallerResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

  private final Accounts accounts;

  CallerResolver(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Caller.class;
  }

  @Override
  public Caller resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    Jwt token = token(request);
    PersonId person = new PersonId(UUID.fromString(token.getSubject()));
    Caller caller =
        accounts
            .find(person)
            .map(account -> caller(person, request, account))
            .orElseGet(() -> unheardOf(person, request, token));
    request.setAttribute(
        ProblemWriter.CALLERS_LANGUAGE, caller.locale(), RequestAttributes.SCOPE_REQUEST);
    return caller;
  }

  private static Jwt token(NativeWebRequest request) {
    return switch (request.getUserPrincipal()) {
      case JwtAuthenticationToken caller -> caller.getToken();
      case null, default -> throw new IllegalStateException("the filters let nobody unknown in");
    };
  }

  private static Caller caller(PersonId person, NativeWebRequest request, Account account) {
    return new Caller(
        person, locale(request, account.locale()), account.timeZone(), account.status());
  }

  /** An account can be younger than the news of it: its token is the user service's word, too. */
  private static Caller unheardOf(PersonId person, NativeWebRequest request, Jwt token) {
    return new Caller(
        person,
        locale(request, token.getClaimAsString("locale")),
        token.getClaimAsString("zoneinfo"),
        AccountState.Status.ACTIVE);
  }

  private static Locale locale(NativeWebRequest request, @Nullable String accounts) {
    String asked = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    return Wording.languageFor(asked == null ? accounts : asked);
  }
}
