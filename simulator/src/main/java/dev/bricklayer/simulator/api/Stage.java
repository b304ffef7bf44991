package dev.bricklayer.simulator.api;

import dev.bricklayer.simulator.config.ServerConfig;
import dev.bricklayer.simulator.integration.Integrations;
import dev.bricklayer.simulator.live.Hub;
import dev.bricklayer.simulator.world.World;
import java.time.InstantSource;

/**
 * What every call plays on.
 *
 * @param version the server that is played
 * @param integrations whom commands, clicks and dialogs are passed on to
 * @param hub who listens
 */
public record Stage(
    World world,
    ServerVersion version,
    ServerConfig config,
    InstantSource clock,
    Integrations integrations,
    Hub hub) {}
