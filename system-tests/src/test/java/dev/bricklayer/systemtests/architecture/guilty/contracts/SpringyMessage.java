package dev.bricklayer.systemtests.architecture.guilty.contracts;

import org.springframework.stereotype.Component;

/** Guilty: a contract that knows Spring. */
@Component
public class SpringyMessage {}
