package dev.bricklayer.bff.people;

import dev.bricklayer.mattermost.hooks.ActionCall;
import dev.bricklayer.mattermost.hooks.CommandCall;
import dev.bricklayer.mattermost.hooks.ResponseHook;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts together who acts. */
@Component
public class Visitors {

  private final People people;

  Visitors(People people) {
    this.people = people;
  }

  /** Who typed a command. */
  public Visitor of(CommandCall call) {
    return new Visitor(
        call.user(),
        call.username(),
        people.habitsOf(call.user()),
        new Spot(call.channel().value(), call.channelName(), call.team()),
        Optional.ofNullable(call.hook())
            .<Place>map(hook -> new Place.Here(hook.id()))
            .orElseGet(Place.InDirect::new),
        call.trigger());
  }

  /**
   * Who clicked.
   *
   * @param hook what the button carried; empty for one on a card of our bot
   */
  public Visitor of(ActionCall call, Optional<ResponseHook> hook) {
    return new Visitor(
        call.user(),
        call.username(),
        people.habitsOf(call.user()),
        new Spot(call.channel().value(), call.channelName(), call.team()),
        hook.<Place>map(known -> new Place.Here(known.id()))
            .orElseGet(() -> new Place.OnCard(call.post().value())),
        call.trigger());
  }
}
