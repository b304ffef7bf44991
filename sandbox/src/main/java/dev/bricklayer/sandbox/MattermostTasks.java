package dev.bricklayer.sandbox;

import dev.bricklayer.bff.doctor.Doctor;
import dev.bricklayer.bff.provisioning.Finding;
import dev.bricklayer.bff.provisioning.Finding.Grade;
import dev.bricklayer.bff.provisioning.Provisioner;
import dev.bricklayer.bff.provisioning.ProvisioningApplication;
import dev.bricklayer.problems.Text;
import dev.bricklayer.problems.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/** Provisions and examines with a bff's settings and database, whether that bff runs or not. */
final class MattermostTasks implements AutoCloseable {

  private final ConfigurableApplicationContext context;
  private final Progress progress;
  private final Locale locale = language(System.getenv());

  private MattermostTasks(ConfigurableApplicationContext context, Progress progress) {
    this.context = context;
    this.progress = progress;
  }

  /**
   * Ready to work.
   *
   * @param settings the bff's, under the names of environment variables; what is not among them
   *     comes from the environment
   */
  static MattermostTasks with(Map<String, String> settings, Progress progress) {
    ConfigurableApplicationContext context =
        ProvisioningApplication.application()
            .registerShutdownHook(false)
            .listeners(new SettingsAsEnvironment(settings))
            .run();
    return new MattermostTasks(context, progress);
  }

  /** As the terminal says it, also where the system lacks that locale and Java falls back. */
  static Locale language(Map<String, String> environment) {
    String name =
        Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
            .map(variable -> environment.getOrDefault(variable, ""))
            .filter(value -> !value.isBlank())
            .findFirst()
            .orElse("");
    return Wording.languageFor(name.replaceFirst("[.@].*", "").replace('_', '-'));
  }

  /** Does it, tells each finding in a line, and answers whether nothing is wrong. */
  boolean run(Task.Kind kind) {
    return tell(
        switch (kind) {
          case PROVISION -> provisioner().provision(false);
          case ADOPT -> provisioner().provision(true);
          case REMOVE -> provisioner().remove();
          case EXAMINE -> examine();
        });
  }

  private List<Finding> examine() {
    return context.getBean(Doctor.class).examine();
  }

  /** What to make by hand, where there is no administrator's token. */
  void tellWhatToMakeByHand() {
    List<Text> steps = provisioner().instructions();
    if (!steps.isEmpty()) {
      progress.say("");
      steps.forEach(step -> progress.say("  " + step.in(locale)));
    }
  }

  private Provisioner provisioner() {
    return context.getBean(Provisioner.class);
  }

  private boolean tell(List<Finding> findings) {
    for (Finding finding : findings) {
      progress.say("  %-8s %s".formatted(word(finding.grade()), finding.words().in(locale)));
    }
    return findings.stream().noneMatch(finding -> finding.grade() == Grade.WRONG);
  }

  private static String word(Grade grade) {
    return switch (grade) {
      case GOOD -> "good";
      case CHANGED -> "changed";
      case ODD -> "note";
      case WRONG -> "wrong";
    };
  }

  @Override
  public void close() {
    context.close();
  }
}
