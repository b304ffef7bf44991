package dev.bricklayer.sandbox;

import dev.bricklayer.simulator.DemoWorld;
import dev.bricklayer.simulator.StandInMattermost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells people where to look, and in the demo who they can be there. */
record Directions(
    UpOptions options, Optional<StandInMattermost> standIn, Optional<String> registrationCode) {

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("  REST          %s    described at /docs".formatted(options.url(ServiceName.BFF)));
    lines.add("  accounts      %s    described at /docs".formatted(options.url(ServiceName.USER)));
    registrationCode.ifPresent(
        code -> lines.add("  to register   send \"registrationCode\": \"%s\"".formatted(code)));
    standIn.ifPresentOrElse(
        demo -> lines.addAll(demo(demo)),
        () -> lines.add("  Mattermost    " + options.mattermostUrl()));
    lines.add("  logs          " + options.data().resolve("logs"));
    standIn.ifPresent(demo -> lines.addAll(token(demo)));
    lines.add("");
    return lines;
  }

  private List<String> demo(StandInMattermost standIn) {
    String people =
        DemoWorld.PEOPLE.stream()
            .map(person -> "%s/%s".formatted(person.username(), person.password()))
            .collect(Collectors.joining(", "));
    return List.of(
        "  Mattermost    %s    a stand-in that plays %s, not a real server"
            .formatted(standIn.address(), options.standInVersion()),
        "  people        " + people);
  }

  private static List<String> token(StandInMattermost standIn) {
    return List.of(
        "",
        "  The token of the demo's bot %s, to paste:".formatted(DemoWorld.BOT),
        "export BOT_TOKEN=" + standIn.demo().botToken());
  }
}
