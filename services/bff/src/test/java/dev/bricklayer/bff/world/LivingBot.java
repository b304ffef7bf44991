package dev.bricklayer.bff.world;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.createbot.CreateBot;
import java.util.Map;
import org.assertj.core.api.Assertions;
import tools.jackson.databind.JsonNode;

/**
 * A bot with one reminder that somebody made in Mattermost.
 *
 * @param person whose it is there
 * @param name the bot's; the reminder is called {@code daily of} it
 */
public record LivingBot(Chatter person, String name, CreateBot command) {

  /** Of a newcomer. */
  public static LivingBot make() {
    return of(Chatter.newcomer(BffWorld.shared().patient()));
  }

  /** Of this person. */
  public static LivingBot of(Chatter person) {
    String name = BffWorld.unique("Living");
    JsonNode menu = person.type("").json();
    person.click(menu, "New bot");
    Rest.Answer answer =
        person.submit(
            person.dialog(),
            Map.of(
                "name",
                name,
                "token",
                Bodies.TOKEN,
                "text",
                "Time for " + name,
                "when",
                "weekdays 10:00",
                "zone",
                "Europe/Berlin"));
    Assertions.assertThat(answer.text()).isEqualTo("{}");
    return new LivingBot(person, name, BffWorld.shared().others().command(name).body());
  }

  /** Its id. */
  public BotId bot() {
    return command.botId();
  }

  /** Its reminder's. */
  public JobId job() {
    return command.firstJob().id();
  }

  /** What its reminder is called. */
  public String reminder() {
    return command.firstJob().content().shortName();
  }

  /** Whose it is. */
  public PersonId owner() {
    return command.owner();
  }
}
