package dev.bricklayer.systemtests.blackbox;

import java.net.URI;
import org.junit.jupiter.api.Tag;

/** On the server in {@code BRICKLAYER_MATTERMOST_URL}: {@code ./bricklayer test mattermost}. */
@Tag("mattermost")
class OnRealMattermostTest extends InsideMattermost {

  @Override
  URI server() {
    return URI.create(setting("BRICKLAYER_MATTERMOST_URL").replaceFirst("/$", ""));
  }

  @Override
  String adminToken() {
    return setting("BRICKLAYER_MATTERMOST_ADMIN_TOKEN");
  }

  @Override
  void afterwards() {
    // It is somebody else's, and goes on.
  }

  private static String setting(String name) {
    String value = System.getenv(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("set " + name + " to run against a real server");
    }
    return value;
  }
}
