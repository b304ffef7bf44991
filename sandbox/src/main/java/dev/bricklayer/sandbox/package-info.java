/**
 * Everything on one machine: PostgreSQL, Kafka, a stand-in Mattermost, and the five services in
 * this process or in five others. What {@code ./bricklayer up} runs.
 */
@NullMarked
package dev.bricklayer.sandbox;

import org.jspecify.annotations.NullMarked;
