package dev.bricklayer.constructor.changejob;

import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.changejob.JobPart;
import dev.bricklayer.contracts.changejob.JoinWanted;
import dev.bricklayer.contracts.changejob.RevisionStored;
import org.jspecify.annotations.Nullable;

/**
 * The call: let the bot into the channel of this revision. It carries on what follows.
 *
 * @param again what the bot met where it should be in already; absent where it comes in for the
 *     first time
 */
public record LetIn(RevisionStored revision, JoinWanted.@Nullable Again again) implements JoinCall {

  ChannelRef channel() {
    return again == null ? revision.job().content().channel() : again.channel();
  }

  /** Where the request says so. */
  String pointer() {
    return again == null ? JobPart.CHANNEL.pointer() : again.refusal().pointer();
  }

  /** Where there is no administrator to let it in, what it met is what people can mend. */
  Refusal told(Refusal refusal) {
    return again != null && refusal.code() == RefusalCode.CREDENTIALS_UNAVAILABLE
        ? again.refusal()
        : refusal;
  }
}
