package dev.bricklayer.systemtests.architecture.guilty.messaging;

import dev.bricklayer.systemtests.architecture.guilty.contracts.SpringyMessage;

/** Guilty: messaging that knows a contract. */
record ContractReader(SpringyMessage message) {}
