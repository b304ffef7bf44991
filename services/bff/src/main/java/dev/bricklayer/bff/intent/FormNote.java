package dev.bricklayer.bff.intent;

import dev.bricklayer.bff.people.Place;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a form carries.
 *
 * @param draft names this form and what is filled in: once it has succeeded it is spent
 * @param form what it is about
 * @param place where the person hears what comes of it
 * @param channel the one that was chosen before the form was opened again; a form cannot show it.
 *     Null when there is none
 */
public record FormNote(UUID draft, Form form, Place place, @Nullable String channel) {}
