/** What people typed into forms, kept until it has worked or a day is over. */
@NullMarked
package dev.bricklayer.bff.drafts;

import org.jspecify.annotations.NullMarked;
