/** What tests of create-bot say and hear. */
@NullMarked
package dev.bricklayer.testkit.createbot;

import org.jspecify.annotations.NullMarked;
