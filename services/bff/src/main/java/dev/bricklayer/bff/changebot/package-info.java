/** The one call that changes a bot: each field it may send is an operation of its own. */
@NullMarked
package dev.bricklayer.bff.changebot;

import org.jspecify.annotations.NullMarked;
