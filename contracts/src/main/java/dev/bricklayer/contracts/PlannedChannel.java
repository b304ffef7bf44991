package dev.bricklayer.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A channel as the engine found it when it planned a job.
 *
 * @param id Mattermost's id
 * @param team URL name of its team; absent for direct channels
 * @param name URL name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlannedChannel(String id, @Nullable String team, String name) {}
