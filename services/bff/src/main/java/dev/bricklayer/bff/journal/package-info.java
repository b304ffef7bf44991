/** The last runs of each job: what was planned, what became of it, and why. */
@NullMarked
package dev.bricklayer.bff.journal;

import org.jspecify.annotations.NullMarked;
