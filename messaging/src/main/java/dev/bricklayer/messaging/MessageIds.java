package dev.bricklayer.messaging;

import java.util.UUID;

/** Where message ids come from: UUIDs of version 7, which begin with their time. */
interface MessageIds {

  UUID next();
}
