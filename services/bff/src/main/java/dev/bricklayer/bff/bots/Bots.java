package dev.bricklayer.bff.bots;

import dev.bricklayer.bff.identity.Identities;
import dev.bricklayer.bff.people.Spot;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.problems.IfMatch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Bots with their jobs, as people see them. */
@Component
public class Bots {

  /** More than anybody may have. */
  private static final int MOST = 500;

  /** More than anybody reads. */
  private static final int MOST_OF_OTHERS = 20;

  private final BotRepository repository;
  private final Identities identities;
  private final JobViews jobViews;

  Bots(BotRepository repository, Identities identities, JobViews jobViews) {
    this.repository = repository;
    this.identities = identities;
    this.jobViews = jobViews;
  }

  /**
   * A bot of this person, as whichever of their selves they made it; somebody else's is not there.
   */
  public Optional<BotView> find(BotId bot, PersonId owner, Locale locale) {
    return repository
        .findWithJobs(bot, owner)
        .map(known -> view(known.bot(), known.jobs(), locale));
  }

  /** A job of a bot of this person; somebody else's is not there. */
  public Optional<JobView> findJob(BotId bot, JobId job, PersonId owner, Locale locale) {
    return repository
        .findWithJobs(bot, owner)
        .flatMap(
            known ->
                known.jobs().stream()
                    .filter(one -> one.id().equals(job))
                    .findFirst()
                    .map(one -> jobViews.of(one, Standing.of(known.bot()), locale)));
  }

  /** The {@code ETag} of a bot of this person; somebody else's is not there. */
  public Optional<String> tagOf(BotId bot, PersonId person) {
    return repository.versionOf(bot, identities.selvesOf(person)).map(IfMatch::tag);
  }

  /**
   * Refuses to change a bot that is not as its person has seen it. Of a bot that is not there
   * nothing is said.
   *
   * @throws dev.bricklayer.problems.Problem 409 {@code version-conflict}
   */
  public void requireSeen(BotId bot, PersonId person, IfMatch condition) {
    if (condition.isConditional()) {
      tagOf(bot, person).ifPresent(condition::require);
    }
  }

  /** Whether this person has such a bot. */
  public boolean has(BotId bot, PersonId owner) {
    return repository.find(bot, owner).isPresent();
  }

  /** How a job of a bot of this person stands; somebody else's is not there. */
  public Optional<JobStatus> statusOf(BotId bot, JobId job, PersonId owner) {
    return repository.statusOf(bot, job, identities.selvesOf(owner));
  }

  /** All bots of this person, in the order of their creation. */
  public List<BotView> all(PersonId owner, Locale locale) {
    return page(owner, Optional.empty(), MOST, locale);
  }

  /**
   * Bots of others that speak in this channel, by their owners. For somebody who is in that
   * channel, and reads there whatever they say.
   */
  public Map<PersonId, List<BotView>> othersIn(Spot spot, PersonId person, Locale locale) {
    List<KnownBot> bots = repository.othersIn(spot, identities.selvesOf(person), MOST_OF_OTHERS);
    Map<BotId, List<KnownJob>> jobs =
        repository.jobsOf(bots.stream().map(KnownBot::id).toList()).stream()
            .collect(Collectors.groupingBy(KnownJob::bot));
    return bots.stream()
        .collect(
            Collectors.groupingBy(
                KnownBot::owner,
                LinkedHashMap::new,
                Collectors.mapping(
                    bot -> view(bot, jobs.getOrDefault(bot.id(), List.of()), locale),
                    Collectors.toList())));
  }

  /** A person's bots in the order of their creation, those after a given id. */
  List<BotView> page(PersonId owner, Optional<BotId> after, int most, Locale locale) {
    List<KnownBot> bots =
        repository.page(
            identities.selvesOf(owner), after.map(BotId::value).orElse(new UUID(0, 0)), most);
    Map<BotId, List<KnownJob>> jobs =
        repository.jobsOf(bots.stream().map(KnownBot::id).toList()).stream()
            .collect(Collectors.groupingBy(KnownJob::bot));
    return bots.stream()
        .map(bot -> view(bot, jobs.getOrDefault(bot.id(), List.of()), locale))
        .toList();
  }

  /** Whose bot it is, where this person may change it; somebody else's is not there. */
  public Optional<PersonId> ownerOf(BotId bot, PersonId person) {
    return repository.find(bot, person).map(KnownBot::owner);
  }

  /** Whose bot it is; nobody's when it is gone. */
  public Optional<PersonId> ownerOf(BotId bot) {
    return repository.ownerOf(bot);
  }

  private BotView view(KnownBot bot, List<KnownJob> jobs, Locale locale) {
    Standing standing = Standing.of(bot);
    return new BotView(
        bot.id(),
        bot.name(),
        bot.username(),
        standing.status().name(),
        standing.stopReason(),
        jobs.stream().map(job -> jobViews.of(job, standing, locale)).toList());
  }
}
