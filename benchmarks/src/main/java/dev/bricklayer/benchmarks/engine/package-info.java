/** What {@code ./bricklayer bench engine} runs: the engine, its peers, and what bounds them all. */
@NullMarked
package dev.bricklayer.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
