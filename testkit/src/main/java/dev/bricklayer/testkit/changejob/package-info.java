/** An example of change-job and delete-job, for the scripts of every service. */
@NullMarked
package dev.bricklayer.testkit.changejob;

import org.jspecify.annotations.NullMarked;
