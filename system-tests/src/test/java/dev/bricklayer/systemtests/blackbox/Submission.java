package dev.bricklayer.systemtests.blackbox;

import dev.bricklayer.testkit.mattermost.Answer;

/** What became of a dialog that was sent. */
record Submission(Answer answer) {

  /** Accepted: the dialog has closed. */
  boolean isAccepted() {
    return answer.ok().path("errors").isEmpty() && error().isEmpty();
  }

  /** What stands at an element; empty when nothing does. */
  String errorAt(String element) {
    return answer.ok().path("errors").path(element).asString("");
  }

  /** What stands at no element; empty when nothing does. */
  String error() {
    return answer.ok().path("error").asString("");
  }
}
