/** How jobs and bots run, kept in rows and published for the other services. */
@NullMarked
package dev.bricklayer.engine.run;

import org.jspecify.annotations.NullMarked;
