package dev.bricklayer.bff.people;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a person chose in Mattermost.
 *
 * @param locale one of our languages
 * @param zone null for those who never opened a client
 */
public record Habits(Locale locale, @Nullable ZoneId zone) {}
