/**
 * Saga scripts: tests of one service's part in a saga that read as the saga's page, over real Kafka
 * and a real database. The service is looked at from outside: records in, records out, rows left.
 */
@NullMarked
package dev.bricklayer.testkit.saga;

import org.jspecify.annotations.NullMarked;
