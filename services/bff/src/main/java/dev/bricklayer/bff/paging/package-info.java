/** Long lists, page by page. */
@NullMarked
package dev.bricklayer.bff.paging;

import org.jspecify.annotations.NullMarked;
