package dev.bricklayer.simulator.api;

import java.util.Arrays;

/** The server versions that the stand-in can play, and where they differ. */
public enum ServerVersion {
  V9_10("9.10"),
  V11_6("11.6");

  private final String name;

  ServerVersion(String name) {
    this.name = name;
  }

  /**
   * The version of a name such as {@code 11.6}.
   *
   * @throws IllegalArgumentException for a version that is not played, naming those that are
   */
  public static ServerVersion of(String name) {
    return Arrays.stream(values())
        .filter(version -> version.name.equals(name))
        .findAny()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The stand-in plays Mattermost 9.10 and 11.6, not " + name));
  }

  /** {@code 11.6}. */
  public String shortName() {
    return name;
  }

  /** {@code 11.6.0}. */
  String full() {
    return name + ".0";
  }

  /** What {@code X-Version-Id} says: version, build, hash of the configuration, licensed or not. */
  public String versionId() {
    return full() + "..stand-in.false";
  }

  boolean atLeast11() {
    return this == V11_6;
  }
}
