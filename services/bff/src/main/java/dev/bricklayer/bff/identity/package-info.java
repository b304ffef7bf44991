/** Who is who: Mattermost users as owners of bots, and the accounts they are linked to. */
@NullMarked
package dev.bricklayer.bff.identity;

import org.jspecify.annotations.NullMarked;
