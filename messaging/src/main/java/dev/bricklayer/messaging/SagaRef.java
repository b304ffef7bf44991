package dev.bricklayer.messaging;

import java.util.UUID;

/**
 * One run of a saga. It travels in the headers of every message of that run.
 *
 * @param name the saga's name, for people and counters: {@code create-bot}
 * @param id names the run
 */
public record SagaRef(String name, UUID id) {}
