package dev.bricklayer.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescribedApiTest {

  private final DescribedApi api = DescribedApi.of("/described.yaml");

  @Test
  void namesEveryCall() {
    assertThat(api.calls()).containsExactly("DELETE /cups/best", "GET /cups/{cup}");
    assertThat(api.describes("GET", "/cups/7")).isTrue();
    assertThat(api.describes("GET", "/cups/7/handle")).isFalse();
    assertThat(api.describes("PUT", "/cups/7")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET    | /cups/7    | 200 | application/json;charset=UTF-8 | {\"id\": 7}",
        "GET    | /cups/7    | 404 | application/problem+json       | {\"code\": \"gone\"}",
        "GET    | /cups/7    | 204 |                                | ''",
        "DELETE | /cups/best | 204 |                                | ''",
      })
  void takesAnAnswerAsDescribed(
      String method, String path, int status, String contentType, String body) {
    assertThatCode(() -> api.check(method, path, status, contentType, body))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET  | /cups/7 | 200 | application/json         | {\"id\": \"7\"}",
        "GET  | /cups/7 | 200 | application/json         | {}",
        "GET  | /cups/7 | 200 | application/json         | {\"id\": 7, \"secret\": 1}",
        "GET  | /cups/7 | 200 | text/html                | {\"id\": 7}",
        "GET  | /cups/7 | 204 | application/json         | {\"id\": 7}",
        "GET  | /cups/7 | 404 | application/problem+json | {}",
        "GET  | /cups/7 | 500 | application/json         | {\"id\": 7}",
        "POST | /cups/7 | 200 | application/json         | {\"id\": 7}",
        "GET  | /plates | 200 | application/json         | {\"id\": 7}",
      })
  void refusesAnAnswerThatIsNotAsDescribed(
      String method, String path, int status, String contentType, String body) {
    assertThatThrownBy(() -> api.check(method, path, status, contentType, body))
        .isInstanceOf(AssertionError.class);
  }
}
