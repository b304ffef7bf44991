package dev.bricklayer.constructor.createbot;

/** The calls that constructor makes in create-bot, each for a reaction of its own. */
public sealed interface BotCall permits VerifyCredentials, GetAccount, GiveUpAccount {}
