package dev.bricklayer.systemtests.architecture.guilty.constructor;

import javax.sql.DataSource;

/** Guilty: a decision that touches the world. */
record CreateBotInDatabase(DataSource database) {}
