package dev.bricklayer.bff.doctor;

import dev.bricklayer.bff.installation.Probe;
import dev.bricklayer.bff.installation.Provisions;
import dev.bricklayer.bff.provisioning.Identity;
import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.mattermost.Administration;
import dev.bricklayer.mattermost.Answer;
import dev.bricklayer.mattermost.Channel;
import dev.bricklayer.mattermost.CommandAnswer;
import dev.bricklayer.mattermost.ErrorIds;
import dev.bricklayer.mattermost.MattermostClient;
import dev.bricklayer.mattermost.MattermostUser;
import dev.bricklayer.mattermost.TeamId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;

/**
 * Types our command as the administrator and looks whether it arrives here and the answer comes
 * back: in the administrator's direct channel with themselves, where nobody else sees it.
 */
@Component
class WayBack {

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
  private static final int NOT_FOUND = 404;

  private final MattermostClient mattermost;
  private final Administration administration;
  private final Provisions provisions;
  private final Probe probe;
  private final IdGenerator ids;

  WayBack(MattermostClient mattermost, Provisions provisions, Probe probe, IdGenerator ids) {
    this.mattermost = mattermost;
    this.administration = mattermost.administration();
    this.provisions = provisions;
    this.probe = probe;
    this.ids = ids;
  }

  Echo tryIt(AccessToken admin, MattermostUser account) {
    Optional<TeamId> team = provisions.commands().values().stream().findFirst();
    if (team.isEmpty()) {
      return new Echo.NoCommand();
    }
    return switch (mattermost.createDirectChannel(admin, account.id(), account.id())) {
      case Answer.Ok<Channel>(var channel, _) -> typed(admin, team.get(), channel);
      case Answer.Refused<Channel> no -> new Echo.NotTried(no.message());
      case Answer.Throttled<Channel> _ -> new Echo.NotTried("429");
      case Answer.Unreachable<Channel>(var why) -> new Echo.NotTried(why);
      case Answer.Ambiguous<Channel>(var why, _, _) -> new Echo.NotTried(why);
    };
  }

  private Echo typed(AccessToken admin, TeamId team, Channel channel) {
    // What was provisioned a moment ago a running bff knows after some seconds.
    long patience = 2 * provisions.knownEverywhereWithin().toNanos();
    long start = System.nanoTime();
    Echo echo = typedOnce(admin, team, channel);
    while (echo instanceof Echo.BadStatus && System.nanoTime() - start < patience) {
      LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
      echo = typedOnce(admin, team, channel);
    }
    return echo;
  }

  private Echo typedOnce(AccessToken admin, TeamId team, Channel channel) {
    String nonce = ids.generateId().toString();
    String line = "/" + Identity.NAME + " " + probe.question(nonce);
    return switch (administration.executeCommand(admin, team, channel.id(), line)) {
      case Answer.Ok<CommandAnswer>(var answer, _) ->
          answer.text().equals(probe.answer(nonce)) ? new Echo.Heard() : new Echo.Stranger();
      case Answer.Refused<CommandAnswer> no when no.status() == NOT_FOUND -> new Echo.NoCommand();
      case Answer.Refused<CommandAnswer> no -> new Echo.NotTried(no.message());
      case Answer.Throttled<CommandAnswer> _ -> new Echo.NotTried("429");
      case Answer.Unreachable<CommandAnswer>(var why) -> new Echo.NotTried(why);
      case Answer.Ambiguous<CommandAnswer>(var why, _, var error) ->
          switch (error) {
            case ErrorIds.COMMAND_FAILED -> new Echo.NotReached();
            case ErrorIds.COMMAND_BAD_STATUS -> new Echo.BadStatus();
            default -> new Echo.NotTried(why);
          };
    };
  }
}
