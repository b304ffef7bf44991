package dev.bricklayer.mattermost;

/** What all of Mattermost's ids have in common. */
final class MattermostIds {

  private static final int LONGEST = 64;

  private MattermostIds() {}

  static void require(String value) {
    if (value.isEmpty()
        || value.length() > LONGEST
        || !value.chars().allMatch(MattermostIds::plain)) {
      throw new IllegalArgumentException("A Mattermost id is 1 to 64 ASCII letters and digits");
    }
  }

  private static boolean plain(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
  }
}
