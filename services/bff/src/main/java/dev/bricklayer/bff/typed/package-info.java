/** What is typed instead of clicked: reminders found by name, and forms filled in by one line. */
@NullMarked
package dev.bricklayer.bff.typed;

import org.jspecify.annotations.NullMarked;
