/** Holds a service to its OpenAPI description. */
@NullMarked
package dev.bricklayer.testkit.api;

import org.jspecify.annotations.NullMarked;
