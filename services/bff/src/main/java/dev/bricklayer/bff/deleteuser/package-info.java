/** The bff's part in delete-user: it shows what the user service began, and how it ended. */
@NullMarked
package dev.bricklayer.bff.deleteuser;

import org.jspecify.annotations.NullMarked;
