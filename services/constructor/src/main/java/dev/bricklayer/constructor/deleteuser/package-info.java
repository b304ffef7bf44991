/** Constructor's part in delete-user: a person's bots are handed over, or deleted and counted. */
@NullMarked
package dev.bricklayer.constructor.deleteuser;

import org.jspecify.annotations.NullMarked;
