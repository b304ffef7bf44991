package dev.bricklayer.bff.telling;

import dev.bricklayer.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** The body of a call of Mattermost's, which never is very long. */
public final class HookBody {

  /** Mattermost itself takes no more from a client. */
  private static final int LONGEST = 300_000;

  private HookBody() {}

  /**
   * All of it.
   *
   * @throws Problem {@code forbidden} when it is longer than what Mattermost sends
   */
  public static byte[] of(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
    if (body.length > LONGEST) {
      throw Problem.forbidden();
    }
    return body;
  }
}
