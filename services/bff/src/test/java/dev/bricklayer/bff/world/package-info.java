/**
 * What the tests of the bff stand on: two copies of it over one database, a real broker, and the
 * other services played by scripts. Nothing here is a Spring component, so that the bff's own scan
 * passes over it.
 */
@NullMarked
package dev.bricklayer.bff.world;

import org.jspecify.annotations.NullMarked;
