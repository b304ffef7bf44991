/** From an occurrence on Kafka to one post in Mattermost, or to the reason why there is none. */
@NullMarked
package dev.bricklayer.engine.delivery;

import org.jspecify.annotations.NullMarked;
