package dev.bricklayer.bff.bots;

import dev.bricklayer.bff.channels.ChannelNames;
import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.changejob.JobChanged;
import dev.bricklayer.contracts.createbot.BotActivated;
import dev.bricklayer.contracts.deletejob.JobErased;
import dev.bricklayer.contracts.reminder.MentionsChecked;
import dev.bricklayer.contracts.state.BotState;
import dev.bricklayer.contracts.state.JobState;
import org.springframework.stereotype.Component;

/** What closing events say of bots and jobs, kept for whoever reads them. */
@Component
public class ReadModel {

  private final ReadModelRepository repository;
  private final ChannelNames channels;

  ReadModel(ReadModelRepository repository, ChannelNames channels) {
    this.repository = repository;
    this.channels = channels;
  }

  /** Keeps what the closing event says; harmless twice and after later words. */
  public void keep(BotActivated event) {
    BotAccount account = event.account();
    repository.activate(
        new BotState(
            event.botId(),
            event.owner(),
            event.name(),
            account.username(),
            BotState.Status.ACTIVE,
            event.version()),
        event.firstJob());
    channels.met(event.channel());
  }

  /**
   * Keeps what a closing event says of a bot that lives; harmless twice and after later words.
   *
   * @param version of what is said
   */
  public void keep(BotId bot, PersonId owner, String name, BotAccount account, long version) {
    repository.keep(
        new BotState(bot, owner, name, account.username(), BotState.Status.ACTIVE, version));
  }

  /** Keeps what the closing event says; harmless twice and after later words. */
  public void keep(JobChanged event) {
    Job job = event.job();
    repository.keep(new JobState(job.id(), event.botId(), job, event.status(), event.version()));
    if (event.beingSent()) {
      repository.noteBeingSent(job);
    }
  }

  /** Keeps what was last said of a job's mentions. */
  public void keep(MentionsChecked event) {
    repository.keep(event);
  }

  /** Shows a job no more that is deleted. */
  public void erase(JobErased event) {
    repository.erase(event.botId(), event.jobId(), event.version());
  }

  /** Shows a job no more whose addition was undone; one that lives stays. */
  public void discard(BotId bot, JobId job) {
    repository.discard(bot, job);
  }

  /** Shows a bot no more whose creation was undone. */
  public void discard(BotId bot) {
    repository.discard(bot);
  }

  /** Shows a bot no more that is gone for good. */
  public void bury(BotId bot) {
    repository.bury(bot);
  }
}
