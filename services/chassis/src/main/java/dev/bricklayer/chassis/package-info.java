/**
 * What every service stands on: messaging bound to the contracts, and the way rows hold records.
 */
@NullMarked
package dev.bricklayer.chassis;

import org.jspecify.annotations.NullMarked;
