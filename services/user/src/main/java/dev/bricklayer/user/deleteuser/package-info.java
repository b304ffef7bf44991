/** The user service's part in delete-user: it begins it, and ends it. */
@NullMarked
package dev.bricklayer.user.deleteuser;

import org.jspecify.annotations.NullMarked;
