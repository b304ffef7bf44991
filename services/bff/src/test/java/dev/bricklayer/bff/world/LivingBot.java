package dev.bricklayer.bff.world;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.PlannedChannel;
import dev.bricklayer.contracts.changejob.ChangeJob;
import dev.bricklayer.contracts.changejob.JobChange;
import dev.bricklayer.contracts.changejob.JobChanged;
import dev.bricklayer.contracts.createbot.CreateBot;
import dev.bricklayer.contracts.state.JobState;
import dev.bricklayer.messaging.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
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
                "text",
                "Time for " + name,
                "when",
                "weekdays 10:00",
                "zone",
                "Europe/Berlin"));
    Assertions.assertThat(answer.text()).isEqualTo("{}");
    CreateBot command = BffWorld.shared().others().command(name).body();
    awaitShown(command);
    return new LivingBot(person, name, command);
  }

  /**
   * A form that was taken says nothing of the end, where that is late; and the words of bot and
   * reminder come from two services, in any order.
   */
  private static void awaitShown(CreateBot command) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                BffWorld.shared()
                    .database()
                    .sql(
                        """
                        select exists (
                          select from bot join job using (bot_id)
                          where bot_id = :bot and job_id = :job
                            and bot.status = 'ACTIVE' and job.status = 'ACTIVE')
                        """)
                    .param("bot", command.botId().value())
                    .param("job", command.firstJob().id().value())
                    .query(Boolean.class)
                    .single());
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

  /** The next command to change its reminder, or to add one. */
  public Received<ChangeJob> change() {
    return BffWorld.shared().others().next(ChangeJob.class, bot());
  }

  /** All goes well with it. */
  public void carryOut(Received<ChangeJob> command, JobState.Status status, long version) {
    BffWorld.shared()
        .others()
        .say(
            command.requiredSaga(),
            new JobChanged(
                bot(),
                changed(command.body()),
                status,
                new PlannedChannel("releasechannel000000000000", "acme", "release"),
                Instant.parse("2030-01-01T09:00:00Z"),
                false,
                version));
  }

  private Job changed(ChangeJob change) {
    return switch (change.change()) {
      case JobChange.Add(var content) -> new Job(change.jobId(), 1, content);
      case JobChange.Edit edit -> new Job(job(), 2, edit.applyTo(command.firstJob().content()));
    };
  }
}
