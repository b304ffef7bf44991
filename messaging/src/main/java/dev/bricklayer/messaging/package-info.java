/** Outbox, inbox and reactions over PostgreSQL and Kafka. */
@NullMarked
package dev.bricklayer.messaging;

import org.jspecify.annotations.NullMarked;
