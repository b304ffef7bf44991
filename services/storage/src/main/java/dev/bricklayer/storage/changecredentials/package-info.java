/** Storage's part in change-credentials. */
@NullMarked
package dev.bricklayer.storage.changecredentials;

import org.jspecify.annotations.NullMarked;
