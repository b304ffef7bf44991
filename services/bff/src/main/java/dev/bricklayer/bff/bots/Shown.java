package dev.bricklayer.bff.bots;

/** What an operation is about, as REST shows it. */
public sealed interface Shown permits BotView, JobView {}
