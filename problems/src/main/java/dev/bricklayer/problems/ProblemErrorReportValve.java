package dev.bricklayer.problems;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last resort, in place of Tomcat's page of HTML: requests that never reach the application
 * (their address cannot be decoded) and errors of the answer to an error.
 */
final class ProblemErrorReportValve extends ErrorReportValve {

  private static final Logger log = LoggerFactory.getLogger(ProblemErrorReportValve.class);

  @Override
  protected void report(Request request, Response response, @Nullable Throwable thrown) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    try {
      ProblemWriter.write(request, response, HttpStatuses.problem(status), null);
    } catch (IOException callerGone) {
      log.debug("Nobody hears that the request failed with {}", status, callerGone);
    }
  }
}
