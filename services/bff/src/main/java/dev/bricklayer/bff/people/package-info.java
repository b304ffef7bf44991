/** The people who speak to us in Mattermost: who, where, and in which language. */
@NullMarked
package dev.bricklayer.bff.people;

import org.jspecify.annotations.NullMarked;
