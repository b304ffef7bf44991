/**
 * An independent opinion on what the engine did: from the history of the jobs alone it reckons
 * which occurrences there should have been, and joins them with the ledger and with what stands in
 * Mattermost. It uses none of the engine's code and none of {@code schedule}'s reckoning.
 */
@NullMarked
package dev.bricklayer.testkit.checker;

import org.jspecify.annotations.NullMarked;
