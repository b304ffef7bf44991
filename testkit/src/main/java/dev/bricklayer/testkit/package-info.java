/**
 * What tests of every module stand on: a real database and a real broker, one of each per JVM, and
 * a clock that tests set. Never on a main class path.
 */
@NullMarked
package dev.bricklayer.testkit;

import org.jspecify.annotations.NullMarked;
