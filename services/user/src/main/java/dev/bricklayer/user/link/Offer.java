package dev.bricklayer.user.link;

import dev.bricklayer.contracts.PersonId;
import java.time.Instant;

/**
 * A code that can be used.
 *
 * @param person whose account it links
 * @param mac what is kept of the code
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record Offer(PersonId person, byte[] mac, Instant expiresAt) {}
