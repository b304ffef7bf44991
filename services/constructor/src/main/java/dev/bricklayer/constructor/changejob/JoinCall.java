package dev.bricklayer.constructor.changejob;

/** The calls that constructor makes in change-job, each for a reaction of its own. */
sealed interface JoinCall permits LetIn, LetOut {}
