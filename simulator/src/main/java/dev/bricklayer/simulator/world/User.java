package dev.bricklayer.simulator.world;

import java.util.List;

/**
 * An account, a person's or a bot's.
 *
 * @param password salted hash; empty for bots, which cannot log in
 * @param roles system roles, separated by spaces
 */
public record User(
    String id,
    long createAt,
    long updateAt,
    long deleteAt,
    String username,
    String email,
    String password,
    Names names,
    String roles,
    String locale,
    Zone zone)
    implements Row {

  /** What people call the account. */
  public record Names(String nickname, String first, String last, String position) {
    public static final Names NONE = new Names("", "", "", "");

    public Names withFirst(String value) {
      return new Names(nickname, value, last, position);
    }
  }

  /** The time zone setting: strings all, as Mattermost keeps them. */
  public record Zone(String useAutomatic, String automatic, String manual) {
    /** An account that never opened a client. */
    public static final Zone UNKNOWN = new Zone("true", "", "");
  }

  public boolean active() {
    return deleteAt == 0;
  }

  public boolean has(String role) {
    return List.of(roles.split(" ")).contains(role);
  }

  public User named(String username, Names names, long now) {
    return new User(
        id, createAt, now, deleteAt, username, email, password, names, roles, locale, zone);
  }

  public User speaking(String locale, Zone zone, long now) {
    return new User(
        id, createAt, now, deleteAt, username, email, password, names, roles, locale, zone);
  }

  public User withRoles(String roles, long now) {
    return new User(
        id, createAt, now, deleteAt, username, email, password, names, roles, locale, zone);
  }

  /** Switched off as of {@code deleteAt}; 0 switches it on. */
  public User closed(long deleteAt, long now) {
    return new User(
        id, createAt, now, deleteAt, username, email, password, names, roles, locale, zone);
  }
}
