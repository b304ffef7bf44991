/** The bff's part in change-job: the operation and its deadline. */
@NullMarked
package dev.bricklayer.bff.changejob;

import org.jspecify.annotations.NullMarked;
