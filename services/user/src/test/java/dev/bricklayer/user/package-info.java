@NullMarked
package dev.bricklayer.user;

import org.jspecify.annotations.NullMarked;
