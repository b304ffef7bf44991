package dev.bricklayer.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The page at the stand-in's address. */
class PageTest {

  private final StandInMattermost standIn = StandInMattermost.start(Settings.forTest());
  private final Caller browser = Caller.nobody(standIn);

  @AfterEach
  void close() {
    standIn.close();
  }

  private JsonNode view(String query) {
    return Caller.json(browser.get("/stand-in/view?" + query));
  }

  private static List<String> names(JsonNode view) {
    return view.path("channels").valueStream().map(c -> c.path("name").asString()).toList();
  }

  @Test
  void saysThatItIsNotMattermost() {
    assertThat(browser.get("/").body()).contains("Stand-in, not Mattermost");
  }

  @Test
  void needsNothingFromAnywhereElse() {
    for (String file : List.of("/", "/stand-in/page.css", "/stand-in/page.js")) {
      var answer = browser.get(file);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).doesNotContainPattern("(src|href)=\"(https?:)?//|@import|url\\(");
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'");
    }
  }

  @Test
  void showsAPostWithAuthorBotAndTime() {
    Caller.bot(standIn).post(standIn.demo().channelId("release"), "Stand-up **now**", "");
    JsonNode view = view("as=lena&channel=" + standIn.demo().channelId("release"));
    assertThat(view.path("people"))
        .extracting(JsonNode::asString)
        .containsExactly("admin", "bob", "lena");
    assertThat(view.path("posts"))
        .singleElement()
        .satisfies(
            post -> {
              assertThat(post.path("author").asString()).isEqualTo("standup");
              assertThat(post.path("bot").asBoolean()).isTrue();
              assertThat(post.path("at").asLong()).isPositive();
              assertThat(post.path("message").asString()).isEqualTo("Stand-up **now**");
            });
  }

  @Test
  void secretIsShownToLenaAlone() {
    String secret = standIn.demo().channelId("secret");
    assertThat(names(view("as=lena"))).contains("Secret", "Release", "Old", "Town Square");
    for (String other : List.of("bob", "admin", "nobody", "standup", "")) {
      JsonNode view = view("as=" + other + "&channel=" + secret);
      assertThat(names(view)).as(other).isNotEmpty().doesNotContain("Secret");
      assertThat(view.path("channel").asString()).isNotEqualTo(secret);
    }
  }

  @Test
  void aDirectMessageIsShownToItsTwo() {
    String both =
        "[\"%s\",\"%s\"]".formatted(standIn.demo().userId("standup"), standIn.demo().userId("bob"));
    String direct = Caller.id(Caller.bot(standIn).call("POST", "/api/v4/channels/direct", both));
    Caller.bot(standIn).post(direct, "psst", "");
    assertThat(names(view("as=bob"))).contains("standup");
    assertThat(names(view("as=lena"))).doesNotContain("standup");
    assertThat(view("as=lena&channel=" + direct).toString()).doesNotContain("psst");
  }

  @Test
  void isToldWhenNothingHasChanged() {
    String known = view("as=lena").path("view").asString();
    assertThat(browser.get("/stand-in/view?as=lena&known=" + known).statusCode()).isEqualTo(204);
    Caller.bot(standIn).post(standIn.demo().channelId("release"), "x", "");
    assertThat(browser.get("/stand-in/view?as=lena&known=" + known).statusCode()).isEqualTo(200);
  }

  @Test
  void readsOnly() {
    assertThat(browser.call("POST", "/stand-in/view", "{}").statusCode()).isEqualTo(404);
    assertThat(browser.get("/elsewhere").statusCode()).isEqualTo(404);
  }

  @Test
  void aWorldWithoutPeopleHasAPageToo() {
    try (var empty = StandInMattermost.start(Settings.forTest().empty())) {
      JsonNode view = Caller.json(Caller.nobody(empty).get("/stand-in/view"));
      assertThat(view.path("people")).isEmpty();
      assertThat(view.has("channels")).isFalse();
    }
  }
}
