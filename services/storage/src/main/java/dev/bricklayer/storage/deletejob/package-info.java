/** Storage's part in delete-job: nothing stays but a tombstone. */
@NullMarked
package dev.bricklayer.storage.deletejob;

import org.jspecify.annotations.NullMarked;
