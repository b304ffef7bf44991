package dev.bricklayer.bff.endings;

import dev.bricklayer.bff.cards.Card;

/**
 * Something that came by itself, as it is to be told.
 *
 * @param last whether nothing more will come about the same
 */
record NewsItem(Card card, boolean last) {}
