/** The engine's part in change-job: the pivot and the arbitration. */
@NullMarked
package dev.bricklayer.engine.changejob;

import org.jspecify.annotations.NullMarked;
