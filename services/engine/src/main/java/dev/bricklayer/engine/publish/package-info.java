/** Hands occurrences over to Kafka at their instant: never before it by the database's clock. */
@NullMarked
package dev.bricklayer.engine.publish;

import org.jspecify.annotations.NullMarked;
