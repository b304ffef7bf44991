/**
 * PostgreSQL and Kafka that live and die with this process: for trying Bricklayer out, for tests
 * and for benchmarks. No service depends on this package.
 */
@NullMarked
package dev.bricklayer.embedded;

import org.jspecify.annotations.NullMarked;
