/**
 * What {@code ./bricklayer bench} runs: ours beside the least that could do the same, in one run.
 */
@NullMarked
package dev.bricklayer.benchmarks;

import org.jspecify.annotations.NullMarked;
