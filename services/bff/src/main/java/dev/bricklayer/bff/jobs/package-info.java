/** What a person or program says about a job, read from a request. */
@NullMarked
package dev.bricklayer.bff.jobs;

import org.jspecify.annotations.NullMarked;
