/** The self-test: whether Mattermost and Bricklayer reach each other, and what is in the way. */
@NullMarked
package dev.bricklayer.bff.doctor;

import org.jspecify.annotations.NullMarked;
