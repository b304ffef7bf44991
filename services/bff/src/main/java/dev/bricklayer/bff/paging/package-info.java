/** Queries: long lists, page by page, and nothing that is not looked at. */
@NullMarked
package dev.bricklayer.bff.paging;

import org.jspecify.annotations.NullMarked;
