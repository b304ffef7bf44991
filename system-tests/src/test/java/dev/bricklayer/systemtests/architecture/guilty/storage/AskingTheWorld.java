package dev.bricklayer.systemtests.architecture.guilty.storage;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Guilty, in each of its methods: it asks the world for what should be handed to it. */
@SuppressWarnings({"JavaTimeDefaultTimeZone", "JavaUtilDate"})
class AskingTheWorld {

  Instant now() {
    return Instant.now();
  }

  LocalDate today() {
    return LocalDate.now();
  }

  OffsetDateTime inGreenwich() {
    return OffsetDateTime.now(ZoneOffset.UTC);
  }

  Date asOfOld() {
    return new Date();
  }

  long millis() {
    return System.currentTimeMillis();
  }

  Clock clock() {
    return Clock.systemUTC();
  }

  Clock ticking() {
    return Clock.tickSeconds(ZoneOffset.UTC);
  }

  InstantSource source() {
    return InstantSource.system();
  }

  UUID id() {
    return UUID.randomUUID();
  }

  Supplier<UUID> ids() {
    return UUID::randomUUID;
  }

  Random chance() {
    return new Random();
  }

  double dice() {
    return Math.random();
  }

  RandomGenerator generator() {
    return RandomGenerator.getDefault();
  }

  long threadsOwn() {
    return ThreadLocalRandom.current().nextLong();
  }
}
