package dev.bricklayer.schedule.when;

/** How far a typed word is from a known one. */
final class Slips {

  private Slips() {}

  /**
   * Letters to add, to leave out, to replace or to swap with their neighbour (the optimal string
   * alignment distance).
   */
  static int between(String typed, String known) {
    int[][] slips = new int[typed.length() + 1][known.length() + 1];
    for (int i = 0; i <= typed.length(); i++) {
      for (int j = 0; j <= known.length(); j++) {
        slips[i][j] = i == 0 || j == 0 ? i + j : cheapest(slips, typed, known, i, j);
      }
    }
    return slips[typed.length()][known.length()];
  }

  private static int cheapest(int[][] slips, String typed, String known, int i, int j) {
    int replace = slips[i - 1][j - 1] + (typed.charAt(i - 1) == known.charAt(j - 1) ? 0 : 1);
    int cheapest = Math.min(replace, 1 + Math.min(slips[i - 1][j], slips[i][j - 1]));
    boolean swapped =
        i > 1
            && j > 1
            && typed.charAt(i - 1) == known.charAt(j - 2)
            && typed.charAt(i - 2) == known.charAt(j - 1);
    return swapped ? Math.min(cheapest, slips[i - 2][j - 2] + 1) : cheapest;
  }
}
