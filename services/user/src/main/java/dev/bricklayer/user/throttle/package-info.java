/** How often something may be tried, counted in the database for all copies together. */
@NullMarked
package dev.bricklayer.user.throttle;

import org.jspecify.annotations.NullMarked;
