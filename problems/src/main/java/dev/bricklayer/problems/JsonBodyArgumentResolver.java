package dev.bricklayer.problems;

import static dev.bricklayer.problems.Problem.WORDS;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller the {@link JsonBody} of its request, read up to the limit and no further. */
final class JsonBodyArgumentResolver implements HandlerMethodArgumentResolver {

  private final int limit;

  JsonBodyArgumentResolver(int limit) {
    this.limit = limit;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == JsonBody.class;
  }

  @Override
  public JsonBody resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest webRequest,
      @Nullable WebDataBinderFactory binderFactory) {
    return read(Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class)));
  }

  private JsonBody read(HttpServletRequest request) {
    if (!isTaken(request.getContentType())) {
      throw Problem.of(415, "unsupported-media-type", WORDS.text("wrong-content-type"))
          .withHeader("Accept", MediaType.APPLICATION_JSON_VALUE);
    }
    if (isEncoded(request.getHeader("Content-Encoding"))) {
      throw Problem.of(415, "unsupported-media-type", WORDS.text("encoded"))
          .withHeader("Accept-Encoding", "identity");
    }
    if (request.getContentLengthLong() > limit) {
      throw tooLarge();
    }
    byte[] bytes = readUpToLimit(request);
    if (bytes.length > limit) {
      throw tooLarge();
    }
    return JsonBody.of(bytes);
  }

  private static boolean isEncoded(@Nullable String contentEncoding) {
    return contentEncoding != null && !contentEncoding.strip().equalsIgnoreCase("identity");
  }

  private byte[] readUpToLimit(HttpServletRequest request) {
    try {
      return request.getInputStream().readNBytes(limit + 1);
    } catch (IOException cutOff) {
      throw Problem.malformed(WORDS.text("cut-off"));
    }
  }

  private static boolean isTaken(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    try {
      MediaType sent = MediaType.parseMediaType(contentType);
      return sent.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
          && (sent.getCharset() == null || sent.getCharset().equals(StandardCharsets.UTF_8));
    } catch (InvalidMediaTypeException unreadable) {
      return false;
    }
  }

  /** The rest of the body stays unread, so this connection cannot carry another request. */
  private Problem tooLarge() {
    return Problem.of(413, "too-large", WORDS.text("too-large", limit))
        .withHeader("Connection", "close");
  }
}
