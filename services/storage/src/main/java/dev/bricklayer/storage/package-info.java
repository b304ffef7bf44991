/** The storage service: bot data, that is sealed credentials and jobs with their revisions. */
@NullMarked
package dev.bricklayer.storage;

import org.jspecify.annotations.NullMarked;
