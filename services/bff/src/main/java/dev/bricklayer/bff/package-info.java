/** The edge: requests and answers, operations and their deadlines, the read model. */
@NullMarked
package dev.bricklayer.bff;

import org.jspecify.annotations.NullMarked;
