package dev.bricklayer.bff.typed;

import dev.bricklayer.bff.bots.BotView;
import dev.bricklayer.bff.bots.Bots;
import dev.bricklayer.bff.cards.Card;
import dev.bricklayer.bff.cards.Choice;
import dev.bricklayer.bff.cards.Part;
import dev.bricklayer.bff.cards.Part.Tone;
import dev.bricklayer.bff.dialog.Forms;
import dev.bricklayer.bff.drafts.Drafts;
import dev.bricklayer.bff.endings.Asker;
import dev.bricklayer.bff.forms.JobFields;
import dev.bricklayer.bff.forms.SendForm;
import dev.bricklayer.bff.forms.Sent;
import dev.bricklayer.bff.intent.Form;
import dev.bricklayer.bff.intent.FormNote;
import dev.bricklayer.bff.intent.Press;
import dev.bricklayer.bff.menu.Menu;
import dev.bricklayer.bff.newbot.Voices;
import dev.bricklayer.bff.operation.Patience;
import dev.bricklayer.bff.people.Spot;
import dev.bricklayer.bff.reminders.SilenceForm;
import dev.bricklayer.bff.schedules.Schedules;
import dev.bricklayer.contracts.NameKey;
import dev.bricklayer.problems.Wording;
import dev.bricklayer.schedule.when.Preset;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;

/**
 * Adds a reminder by one line. It is the form, filled in: what is wrong with it is shown with a
 * button that opens the form as far as it was understood, and what is odd with one that saves it.
 */
@Component
public class TypedForms {

  private static final Wording WORDS = Wording.beside(TypedForms.class);
  private static final String NAME = "name";

  private final Bots bots;
  private final Forms forms;
  private final SendForm sendForm;
  private final Drafts drafts;
  private final Schedules schedules;
  private final Voices voices;
  private final Clock clock;
  private final IdGenerator ids;

  TypedForms(
      Bots bots,
      Forms forms,
      SendForm sendForm,
      Drafts drafts,
      Schedules schedules,
      Voices voices,
      Clock clock,
      IdGenerator ids) {
    this.bots = bots;
    this.forms = forms;
    this.sendForm = sendForm;
    this.drafts = drafts;
    this.schedules = schedules;
    this.voices = voices;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Adds a reminder: to the bot of this name, or with a new bot of this name.
   *
   * @param when empty to have it chosen with a button
   * @param channel as people write it: {@code ~release}; empty for this one
   */
  public Card add(
      String botName, String text, String when, Optional<String> channel, Spot spot, Asker asker) {
    Map<String, String> values = new HashMap<>();
    values.put(JobFields.TEXT, text);
    values.put(JobFields.WHEN, when);
    schedules
        .zoneOr(asker.habits().zone())
        .map(ZoneId::getId)
        .ifPresent(zone -> values.put(JobFields.ZONE, zone));
    channel.ifPresent(name -> values.put(JobFields.CHANNEL, name));
    Optional<BotView> bot = named(botName, asker);
    if (bot.isEmpty()) {
      values.put(NAME, botName);
    }
    Form form =
        bot.<Form>map(known -> new Form.NewReminder(known.id(), spot))
            .orElseGet(() -> new Form.NewBot(voices.usual(), spot));
    UUID id = ids.generateId();
    if (when.isBlank()) {
      drafts.keep(id, asker.user(), form, values);
      return Card.of(say("when", asker.locale()), times(id, asker).toArray(Part[]::new));
    }
    return send(new FormNote(id, form, asker.place(), null), asker, values, Patience.NONE);
  }

  /** Lets a reminder be silent, as if its form had been sent with this. */
  Card silence(Form.Silence form, String until, Asker asker) {
    FormNote note = new FormNote(ids.generateId(), form, asker.place(), null);
    return send(note, asker, Map.of(SilenceForm.UNTIL, until), Patience.NONE);
  }

  /** Keeps what was typed for a reminder that is still to be chosen. */
  Press keepUntil(Form.Silence form, String until, Asker asker) {
    if (until.isEmpty()) {
      return new Press.SayUntil(form.bot(), form.job());
    }
    UUID id = ids.generateId();
    drafts.keep(id, asker.user(), form, Map.of(SilenceForm.UNTIL, until));
    return new Press.SaveDraft(id);
  }

  /** Sends what was typed before once more: what was odd about it has been seen. */
  public Card saveAgain(UUID id, Asker asker) {
    return save(id, Map.of(), asker);
  }

  /** Sends what was typed before, at a time that was chosen with a button. */
  public Card saveAt(UUID id, String time, Asker asker) {
    return save(id, Map.of(JobFields.WHEN, time), asker);
  }

  private Card save(UUID id, Map<String, String> chosen, Asker asker) {
    return drafts
        .find(id, asker.user())
        .map(
            draft -> {
              Map<String, String> values = new HashMap<>(draft.whole());
              values.putAll(chosen);
              FormNote note = new FormNote(id, draft.form(), asker.place(), null);
              return send(note, asker, values, Patience.CALL);
            })
        .orElseGet(() -> Card.of(say("gone", asker.locale()), Part.of(Menu.back(asker.locale()))));
  }

  /** Buttons with the times that people often want, where their zone is known, and the form. */
  private List<Part> times(UUID draft, Asker asker) {
    List<Choice> times =
        schedules.zoneOr(asker.habits().zone()).stream()
            .flatMap(zone -> Preset.at(zone, clock.instant(), asker.locale()).stream())
            .map(time -> Choice.of(time.label(), new Press.ChooseTime(draft, time.typed())))
            .toList();
    Part form = Part.of(asForm(draft, asker.locale()));
    return times.isEmpty() ? List.of(form) : List.of(Part.of("", times), form);
  }

  private Card send(FormNote note, Asker asker, Map<String, String> values, Patience patience) {
    Sent sent = sendForm.send(note, forms.open(note.form(), asker), asker, values, patience);
    return switch (sent) {
      case Sent.Taken(var card) -> card;
      case Sent.Doubtful(_, var words) -> doubtful(note.draft(), words, asker.locale());
      case Sent.Wrong(var error, var errors) -> wrong(note.draft(), error, errors, asker);
    };
  }

  private static Card doubtful(UUID draft, String words, Locale locale) {
    Choice save = Choice.main(say("button.save", locale), new Press.SaveDraft(draft));
    return Card.of(
        say("doubtful", locale),
        new Part(words, Tone.WARNING, List.of(save, asForm(draft, locale))));
  }

  /** Where it is the time alone that was not understood, there are buttons for it. */
  private Card wrong(UUID draft, String error, Map<String, String> errors, Asker asker) {
    Locale locale = asker.locale();
    String details =
        errors.isEmpty()
            ? error
            : errors.values().stream().collect(Collectors.joining("\n* ", "* ", ""));
    if (errors.keySet().equals(Set.of(JobFields.WHEN))) {
      Stream<Part> why = Stream.of(new Part(details, Tone.WARNING, List.of()));
      return new Card(
          say("not-yet", locale), Stream.concat(why, times(draft, asker).stream()).toList());
    }
    return Card.of(
        say("not-yet", locale), new Part(details, Tone.WARNING, List.of(asForm(draft, locale))));
  }

  private static Choice asForm(UUID draft, Locale locale) {
    return Choice.of(say("button.form", locale), new Press.OpenDraft(draft));
  }

  private Optional<BotView> named(String name, Asker asker) {
    NameKey key = NameKey.of(name);
    Stream<BotView> all = bots.all(asker.person(), asker.locale()).stream();
    return all.filter(bot -> NameKey.of(bot.name()).equals(key)).findFirst();
  }

  private static String say(String key, Locale locale) {
    return WORDS.text(key).in(locale);
  }
}
