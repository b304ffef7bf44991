/** How an account comes to be linked to a Mattermost identity: a code, a question, a yes. */
@NullMarked
package dev.bricklayer.user.link;

import org.jspecify.annotations.NullMarked;
