/** The engine's part in delete-job: the pivot. */
@NullMarked
package dev.bricklayer.engine.deletejob;

import org.jspecify.annotations.NullMarked;
