/**
 * Bad input over HTTP: bodies read strictly, every fault of a body in one answer, and every answer
 * that is not a success an RFC 9457 problem in the language of the person who asked.
 */
@NullMarked
package dev.bricklayer.problems;

import org.jspecify.annotations.NullMarked;
