@NullMarked
package dev.bricklayer.problems;

import org.jspecify.annotations.NullMarked;
