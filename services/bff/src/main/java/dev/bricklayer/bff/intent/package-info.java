/** What buttons and forms mean. They carry it with them, sealed. */
@NullMarked
package dev.bricklayer.bff.intent;

import org.jspecify.annotations.NullMarked;
