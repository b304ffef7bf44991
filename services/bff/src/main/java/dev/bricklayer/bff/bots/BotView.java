package dev.bricklayer.bff.bots;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.RefusalCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bot as REST shows it; never a token.
 *
 * @param username the Mattermost account it speaks as
 * @param stopReason why it stands still, only while STOPPED
 */
public record BotView(
    BotId id,
    String name,
    String username,
    String status,
    @Nullable RefusalCode stopReason,
    List<JobView> jobs)
    implements Shown {}
