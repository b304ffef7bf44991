/**
 * The bff's part in change-credentials: it starts the saga, owns its deadline, and tells how it
 * ended.
 */
@NullMarked
package dev.bricklayer.bff.changecredentials;

import org.jspecify.annotations.NullMarked;
