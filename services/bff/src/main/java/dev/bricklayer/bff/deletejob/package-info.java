/** The bff's part in delete-job: the operation, asked for again until it is done. */
@NullMarked
package dev.bricklayer.bff.deletejob;

import org.jspecify.annotations.NullMarked;
