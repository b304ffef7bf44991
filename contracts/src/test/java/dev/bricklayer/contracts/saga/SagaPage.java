package dev.bricklayer.contracts.saga;

import static java.util.stream.Collectors.joining;

import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.Messages;
import dev.bricklayer.contracts.saga.SagaStep.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A saga's page for people, made from its map and from nothing else. */
final class SagaPage {

  private final SagaMap map;

  private SagaPage(SagaMap map) {
    this.map = map;
  }

  /** The page in Markdown. */
  static String of(SagaMap map) {
    return new SagaPage(map).text();
  }

  private String text() {
    return """
    # The saga %s

    Generated from its map in `contracts`; a test keeps the two the same. Started by %s, %s

    | does | service | on | reaction | answers | undone by |
    |---|---|---|---|---|---|
    %s

    ## As wished

    %s
    %s
    ## The messages

    | message | topic |
    |---|---|
    %s
    """
        .formatted(
            map.name(),
            word(map.initiator()),
            wayBack(),
            map.steps().stream().map(this::row).collect(joining("\n")),
            diagram(map.command(), map.initiator()),
            otherWays(),
            map.messages().stream().map(SagaPage::travels).collect(joining("\n")));
  }

  private String wayBack() {
    return map.abandon() == null
        ? """
        asked for again when it has not
        ended after %d s, until it has. There is no way back."""
            .formatted(map.deadline().toSeconds())
        : """
        undone when its pivot has not been
        taken after %d s. The bold row is the pivot: before it everything can be undone, after it nothing is."""
            .formatted(map.deadline().toSeconds());
  }

  private String row(SagaStep step) {
    String does = step.kind() == Kind.PIVOT ? "**" + step.name() + "**" : step.name();
    return "| %s%s | %s | `%s` | `%s` | %s | %s |"
        .formatted(
            does,
            step.callsOutside() ? " (asks Mattermost)" : "",
            word(step.service()),
            step.reactsTo().getSimpleName(),
            step.reaction(),
            answers(step),
            step.undoneBy().isEmpty() ? "" : "`" + step.undoneBy() + "`");
  }

  private static String answers(SagaStep step) {
    return switch (step.kind()) {
      case AFTERMATH, NEWS -> "";
      case DONE -> "*ends: done*";
      case UNDONE -> "*ends: undone*";
      case FORWARD, PIVOT, ARBITRATION, COMPENSATION ->
          step.answers().stream()
              .map(answer -> "`" + answer.getSimpleName() + "`")
              .collect(joining(" or "));
    };
  }

  private static String travels(Class<? extends Message> message) {
    return "| `%s` | `%s` |"
        .formatted(message.getSimpleName(), Messages.topicOf(message).wireName());
  }

  private String otherWays() {
    StringBuilder sections = new StringBuilder();
    map.steps().stream()
        .filter(step -> step.kind() == Kind.FORWARD || step.kind() == Kind.PIVOT)
        .flatMap(
            step ->
                step.answers().stream()
                    .skip(1)
                    .filter(answer -> end(answer).kind() != Kind.AFTERMATH)
                    .map(answer -> way(step, answer)))
        .distinct()
        .forEach(sections::append);
    if (map.abandon() != null) {
      sections
          .append("\n## Undone: the deadline passes before the pivot\n\n")
          .append(diagram(map.abandon(), map.initiator()))
          .append('\n');
    }
    map.steps().stream()
        .filter(step -> step.kind() == Kind.AFTERMATH)
        .map(this::aftermath)
        .forEach(sections::append);
    return sections.toString();
  }

  private String way(SagaStep step, Class<? extends Message> answer) {
    return "\n## %s: %s answers `%s`\n\n%s\n"
        .formatted(
            end(answer).kind() == Kind.DONE ? "As wished, another way" : "Undone",
            word(step.service()),
            answer.getSimpleName(),
            diagram(answer, step.service()));
  }

  private String aftermath(SagaStep step) {
    Service sender =
        map.steps().stream()
            .filter(other -> other.answers().contains(step.reactsTo()))
            .map(SagaStep::service)
            .findFirst()
            .orElseThrow();
    return "\n## Afterwards: %s hears `%s`\n\nNobody waits for it.\n\n%s\n"
        .formatted(
            word(step.service()),
            step.reactsTo().getSimpleName(),
            diagram(
                new LinkedHashSet<>(List.of(sender, step.service())),
                List.of(arrow(sender, step, step.reactsTo()), note(step.service(), step))));
  }

  private SagaStep end(Class<? extends Message> first) {
    SagaStep step = hearing(first);
    while (!step.answers().isEmpty()) {
      step = hearing(step.answers().getFirst());
    }
    return step;
  }

  /** Follows each row's most usual answer, from one message to the saga's end. */
  private String diagram(Class<? extends Message> first, Service firstSender) {
    List<String> lines = new ArrayList<>();
    Set<Service> seen = new LinkedHashSet<>(List.of(firstSender));
    Class<? extends Message> message = first;
    Service sender = firstSender;
    for (SagaStep step = hearing(message); ; step = hearing(message)) {
      seen.add(step.service());
      lines.add(arrow(sender, step, message));
      lines.add(note(step.service(), step));
      if (step.answers().isEmpty()) {
        return diagram(seen, lines);
      }
      sender = step.service();
      message = step.answers().getFirst();
    }
  }

  private static String diagram(Set<Service> participants, List<String> lines) {
    return "```mermaid\nsequenceDiagram\n%s\n%s\n```"
        .formatted(
            participants.stream()
                .map(service -> "  participant " + word(service))
                .collect(joining("\n")),
            String.join("\n", lines));
  }

  private static String arrow(Service sender, SagaStep step, Class<? extends Message> message) {
    return "  %s->>%s: %s".formatted(word(sender), word(step.service()), message.getSimpleName());
  }

  private static String note(Service over, SagaStep step) {
    String outside = step.callsOutside() ? " (asks Mattermost)" : "";
    String pivot = step.kind() == Kind.PIVOT ? "pivot: " : "";
    return "  Note over %s: %s%s%s".formatted(word(over), pivot, step.name(), outside);
  }

  private SagaStep hearing(Class<? extends Message> message) {
    return map.steps().stream()
        .filter(step -> step.reactsTo() == message)
        .findFirst()
        .orElseThrow();
  }

  private static String word(Service service) {
    return service.name().toLowerCase(Locale.ROOT);
  }
}
