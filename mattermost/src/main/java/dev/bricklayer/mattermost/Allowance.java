package dev.bricklayer.mattermost;

import java.time.Duration;

/**
 * What Mattermost's rate limiter said beside an answer ({@code X-RateLimit-*}).
 *
 * @param limit the size of the bucket, in calls
 * @param remaining calls left in it now
 * @param fullAgainIn until the bucket is full again; Mattermost tells whole seconds
 */
public record Allowance(int limit, int remaining, Duration fullAgainIn) {}
