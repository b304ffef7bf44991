/** A client of Mattermost's REST API v4: the only main code that knows Mattermost's JSON. */
@NullMarked
package dev.bricklayer.mattermost;

import org.jspecify.annotations.NullMarked;
