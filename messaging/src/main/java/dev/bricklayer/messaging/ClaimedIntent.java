package dev.bricklayer.messaging;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call that this copy is to make now.
 *
 * @param messageId the message that led to it, and the intent's key
 * @param attempt from 1
 * @param claim whoever claims the intent later makes this one void
 * @param late whether its time was over when it was claimed
 */
record ClaimedIntent(
    UUID messageId,
    String type,
    String topic,
    @Nullable SagaRef saga,
    Map<String, String> trace,
    String call,
    int attempt,
    UUID claim,
    boolean late) {}
