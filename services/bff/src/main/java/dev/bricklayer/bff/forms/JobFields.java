package dev.bricklayer.bff.forms;

import dev.bricklayer.bff.endings.Asker;
import dev.bricklayer.bff.jobs.JobReader;
import dev.bricklayer.bff.people.Spot;
import dev.bricklayer.bff.schedules.Schedules;
import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.JobContent;
import dev.bricklayer.contracts.Missed;
import dev.bricklayer.mattermost.hooks.Element;
import dev.bricklayer.problems.Fields;
import dev.bricklayer.problems.TextRule;
import dev.bricklayer.problems.Wording;
import dev.bricklayer.schedule.ScheduleSpec;
import dev.bricklayer.schedule.when.Hint;
import dev.bricklayer.schedule.when.When;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The fields that say what a reminder is: how they look in a form, and what they mean. */
@Component
public class JobFields {

  /** Names of fields. */
  public static final String TEXT = "text";

  public static final String WHEN = "when";
  public static final String ZONE = "zone";
  public static final String SHORT_NAME = "short";
  public static final String CHANNEL = "channel";

  /** Which field is to blame for what, in the body of a call about a job. */
  public static final Map<String, String> BLAME =
      Map.of(
          "/text",
          TEXT,
          "/schedule",
          WHEN,
          "/schedule/timeZone",
          ZONE,
          "/shortName",
          SHORT_NAME,
          "/channel",
          CHANNEL);

  private static final Wording WORDS = Wording.beside(JobFields.class);
  private static final TextRule LINES = TextRule.lines(16_000);
  private static final Pattern CHANNEL_ID = Pattern.compile("[a-z0-9]{26}");

  /** What no name is made of; the last are fillers of Hangul, of which nothing is seen. */
  private static final String NOT_SAID = "[\\p{P}\\p{S}\\p{C}\\p{Z}\\u115F\\u1160\\u3164\\uFFA0]";

  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_LINE = 150;
  private static final int LONGEST_MADE_NAME = 30;

  private final Schedules schedules;
  private final Clock clock;

  JobFields(Schedules schedules, Clock clock) {
    this.schedules = schedules;
    this.clock = clock;
  }

  /** What the words about when were understood as. */
  public record Heard(ScheduleSpec spec, Optional<Wish.Doubt> doubt) {}

  /** The text. */
  public Element text(FilledIn filledIn, Locale locale) {
    return new Element.Paragraph(
        TEXT,
        say("text", locale),
        "",
        false,
        say("text.placeholder", locale),
        filledIn.or(TEXT, ""));
  }

  /** When, in one line. */
  public Element when(FilledIn filledIn, Locale locale) {
    return new Element.Line(
        WHEN,
        say("when", locale),
        say("when.help", locale),
        false,
        say("when.placeholder", locale),
        filledIn.or(WHEN, ""),
        LONGEST_LINE,
        false);
  }

  /** In which zone: the person's is filled in; where nobody knows one it must be typed. */
  public Element zone(FilledIn filledIn, Asker asker) {
    String known = schedules.zoneOr(asker.habits().zone()).map(ZoneId::getId).orElse("");
    return new Element.Line(
        ZONE,
        say("zone", asker.locale()),
        "",
        false,
        "Europe/Moscow",
        filledIn.or(ZONE, known),
        LONGEST_NAME,
        false);
  }

  /** How people call it; made of its text where it is left empty. */
  public Element shortName(FilledIn filledIn, Locale locale) {
    return new Element.Line(
        SHORT_NAME,
        say("short", locale),
        say("short.help", locale),
        true,
        "",
        filledIn.or(SHORT_NAME, ""),
        LONGEST_NAME,
        false);
  }

  /**
   * Another channel than the one that the person is in. Never filled in: clients cannot show it.
   */
  public Element otherChannel(FilledIn filledIn, Locale locale) {
    String help = filledIn.value(CHANNEL).isPresent() ? "channel.kept" : "channel.help";
    return new Element.AnyChannel(CHANNEL, say("channel", locale), say(help, locale), true);
  }

  /** Where it will speak when no other channel is chosen. */
  public String destination(Spot spot, FilledIn filledIn, Locale locale) {
    if (filledIn.value(CHANNEL).isPresent()) {
      return say("to-chosen", locale);
    }
    return spot.isPrivateTalk()
        ? say("to-you", locale)
        : WORDS.text("to-channel", "~" + spot.name()).in(locale);
  }

  /** What a REST call would say of the job, as far as it is said in the same way. */
  public static Map<String, Object> asSaid(FilledIn filledIn) {
    Map<String, Object> job = new LinkedHashMap<>();
    filledIn.value(TEXT).ifPresent(text -> job.put("text", text));
    filledIn.value(SHORT_NAME).ifPresent(name -> job.put("shortName", name));
    return job;
  }

  /** Reads the job; what is wrong is noted where the REST call would note it. */
  public JobContent read(Fields job, FilledIn filledIn, Spot spot, Asker asker) {
    ScheduleSpec schedule =
        heard(job, filledIn, asker).map(Heard::spec).orElse(ScheduleSpec.ofCron("", ""));
    return read(job, filledIn, spot, asker, schedule);
  }

  /** The same with a schedule that is known. */
  public JobContent read(
      Fields job, FilledIn filledIn, Spot spot, Asker asker, ScheduleSpec schedule) {
    String text = job.text("text", LINES);
    String shortName =
        job.optionalText("shortName", JobReader.name(LONGEST_NAME)).orElseGet(() -> nameFor(text));
    ChannelRef channel = channel(job, filledIn, spot, asker);
    return new JobContent(
        shortName, channel, text, schedule, Missed.DEFAULT, null, asker.locale().getLanguage());
  }

  /** What of the schedule should be looked at before it is taken. */
  public Optional<Wish.Doubt> doubt(FilledIn filledIn, Asker asker) {
    return zone(filledIn)
        .flatMap(zone -> heard(understood(filledIn, zone, asker.locale()), asker.locale()))
        .flatMap(Heard::doubt);
  }

  private Optional<Heard> heard(Fields job, FilledIn filledIn, Asker asker) {
    Optional<ZoneId> zone = zone(filledIn);
    if (zone.isEmpty()) {
      job.rejectBelow("/schedule/timeZone", "zone-unknown", WORDS.text("zone-unknown"));
    }
    if (filledIn.value(WHEN).isEmpty()) {
      job.rejectBelow("/schedule", "required", WORDS.text("when-missing"));
      return Optional.empty();
    }
    When when = understood(filledIn, zone.orElse(ZoneId.of("UTC")), asker.locale());
    if (when instanceof When.NotUnderstood(var code, var detail, _)) {
      job.rejectBelow("/schedule", code, WORDS.text("verbatim", detail));
    }
    return heard(when, asker.locale());
  }

  private Optional<ZoneId> zone(FilledIn filledIn) {
    return filledIn.value(ZONE).flatMap(schedules::zone);
  }

  private When understood(FilledIn filledIn, ZoneId zone, Locale locale) {
    return schedules.read(filledIn.or(WHEN, ""), zone, clock.instant(), locale);
  }

  private static Optional<Heard> heard(When when, Locale locale) {
    return switch (when) {
      case When.NotUnderstood _ -> Optional.empty();
      case When.Read read -> Optional.of(new Heard(read.spec(), doubt(read, locale)));
    };
  }

  private static Optional<Wish.Doubt> doubt(When.Read read, Locale locale) {
    if (read.hints().isEmpty()) {
      return Optional.empty();
    }
    String words =
        Stream.concat(
                Stream.of(read.schedule().inWords(locale) + "."),
                read.hints().stream().map(Hint::text))
            .collect(Collectors.joining(" "));
    return Optional.of(new Wish.Doubt(WHEN, words));
  }

  private static ChannelRef channel(Fields job, FilledIn filledIn, Spot spot, Asker asker) {
    Optional<String> chosen = filledIn.value(CHANNEL);
    if (chosen.isPresent() && chosen.get().startsWith("~")) {
      return ChannelRef.named(spot.team(), chosen.get().substring(1));
    }
    if (chosen.isPresent()) {
      if (!CHANNEL_ID.matcher(chosen.get()).matches()) {
        job.rejectBelow("/channel", "channel-unknown", WORDS.text("channel-unknown"));
      }
      return ChannelRef.byId(chosen.get());
    }
    return spot.isPrivateTalk()
        ? new ChannelRef(null, null, null, asker.user().value())
        : ChannelRef.byId(spot.channel());
  }

  /** The first words of its text. */
  private static String nameFor(String text) {
    String line = text.strip().lines().findFirst().orElse("").replaceAll(NOT_SAID, " ");
    StringBuilder name = new StringBuilder();
    for (String word : line.strip().split("\\s+")) {
      if (name.length() + word.length() >= LONGEST_MADE_NAME) {
        break;
      }
      name.append(name.isEmpty() ? "" : " ").append(word);
    }
    return name.isEmpty() ? "reminder" : name.toString();
  }

  private static String say(String key, Locale locale) {
    return WORDS.text(key).in(locale);
  }
}
