package dev.bricklayer.bff.undelivered;

import dev.bricklayer.bff.cards.Card;
import dev.bricklayer.mattermost.MattermostUserId;

/** One post to one person. */
record Letter(MattermostUserId reader, Card card) {}
