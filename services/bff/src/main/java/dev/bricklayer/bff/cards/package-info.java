/** What is shown to a person: words, and buttons that mean something. */
@NullMarked
package dev.bricklayer.bff.cards;

import org.jspecify.annotations.NullMarked;
