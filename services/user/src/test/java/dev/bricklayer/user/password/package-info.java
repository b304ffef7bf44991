@NullMarked
package dev.bricklayer.user.password;

import org.jspecify.annotations.NullMarked;
