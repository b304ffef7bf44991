package dev.bricklayer.bff.identity;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The server whose users have identities here. It is learnt once and kept for good, so that people
 * keep their bots whatever that server says of itself later, and are known while it is away.
 */
@Component
class HomeServer {

  /** Of all servers' ids; it is part of every identity and never changes. */
  private static final UUID ROOT = UUID.fromString("3a1f9b52-7c0e-5d64-9a0b-6f2e8c417d35");

  private final IdentityRepository repository;
  private final AskedServer server;
  private volatile @Nullable UUID namespace;

  HomeServer(IdentityRepository repository, AskedServer server) {
    this.repository = repository;
    this.server = server;
  }

  /**
   * The namespace in which its users' identities are made. Answers from memory once it is known.
   *
   * @throws ServerUnknownException while nobody knows it
   */
  UUID namespace() {
    UUID known = namespace;
    if (known == null) {
      known = NameBasedId.of(ROOT, learn().orElseThrow(ServerUnknownException::new));
      namespace = known;
    }
    return known;
  }

  private Optional<String> learn() {
    return repository.serverId().or(() -> server.id().map(repository::keepServerId));
  }
}
