/** What is left to do in Mattermost when a job is gone. */
@NullMarked
package dev.bricklayer.constructor.deletejob;

import org.jspecify.annotations.NullMarked;
