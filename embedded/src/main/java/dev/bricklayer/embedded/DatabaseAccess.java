package dev.bricklayer.embedded;

/** What a program needs to connect to one database. Its text form hides the password. */
public record DatabaseAccess(String url, String user, String password) {

  @Override
  public String toString() {
    return "DatabaseAccess[url=%s, user=%s]".formatted(url, user);
  }
}
