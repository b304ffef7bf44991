/** Storage's part in change-job: revisions that wait, come into force or are dropped. */
@NullMarked
package dev.bricklayer.storage.changejob;

import org.jspecify.annotations.NullMarked;
