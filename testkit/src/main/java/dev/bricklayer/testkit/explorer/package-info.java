/**
 * Runs the real decisions of all services of a saga through every order of messages, crashes,
 * redeliveries, unheard answers and deadlines, up to a stated bound.
 */
@NullMarked
package dev.bricklayer.testkit.explorer;

import org.jspecify.annotations.NullMarked;
