/** What constructor knows of accounts: whose are locked or gone. */
@NullMarked
package dev.bricklayer.constructor.account;

import org.jspecify.annotations.NullMarked;
