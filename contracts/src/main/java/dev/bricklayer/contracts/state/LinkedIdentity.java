package dev.bricklayer.contracts.state;

import dev.bricklayer.contracts.PersonId;
import java.time.Instant;

/**
 * A Mattermost identity that an account is linked to.
 *
 * @param identity names the identity as an owner of bots
 * @param mattermostUserId Mattermost's id of the same
 * @param username the user name in Mattermost, as it was when they were linked
 * @param linkedAt of two accounts that seem to have one identity, the later has it
 */
public record LinkedIdentity(
    PersonId identity, String mattermostUserId, String username, Instant linkedAt) {}
