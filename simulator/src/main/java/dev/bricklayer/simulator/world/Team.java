package dev.bricklayer.simulator.world;

/** A team. */
public record Team(
    String id,
    long createAt,
    String name,
    String displayName,
    String type,
    String email,
    String inviteId)
    implements Row {}
