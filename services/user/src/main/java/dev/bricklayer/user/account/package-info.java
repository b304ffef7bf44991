/** Accounts: registering, looking at and changing one's own. */
@NullMarked
package dev.bricklayer.user.account;

import org.jspecify.annotations.NullMarked;
