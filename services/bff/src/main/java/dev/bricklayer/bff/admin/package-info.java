/** What administrators look at and mend. */
@NullMarked
package dev.bricklayer.bff.admin;

import org.jspecify.annotations.NullMarked;
