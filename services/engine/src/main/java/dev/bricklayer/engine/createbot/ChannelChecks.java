package dev.bricklayer.engine.createbot;

import dev.bricklayer.engine.channel.ChannelClient;
import dev.bricklayer.engine.channel.ChannelVerdict;
import dev.bricklayer.messaging.Attempt;
import dev.bricklayer.messaging.Outgoing;
import org.springframework.stereotype.Component;

/** The look at the channel and the pivot after it, whichever way the saga came here. */
@Component
class ChannelChecks {

  private final Plans plans;
  private final ChannelClient channels;

  ChannelChecks(Plans plans, ChannelClient channels) {
    this.plans = plans;
    this.channels = channels;
  }

  Attempt<ChannelVerdict> look(ChannelCheck check) {
    return channels.mayItSpeak(check.call().question());
  }

  /** The first instant is looked for anew: time has passed since the first look. */
  void conclude(ChannelCheck check, ChannelVerdict verdict, Outgoing out) {
    CheckChannel call = check.call();
    plans.decide(
        call.botId(),
        check.saga(),
        out,
        call,
        (known, now) ->
            CreateBotInEngine.onVerdict(known, call, verdict, plans.firstRun(call.job(), now)));
  }
}
