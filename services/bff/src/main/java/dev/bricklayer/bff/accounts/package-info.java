/** Accounts, as the user service tells of them. */
@NullMarked
package dev.bricklayer.bff.accounts;

import org.jspecify.annotations.NullMarked;
