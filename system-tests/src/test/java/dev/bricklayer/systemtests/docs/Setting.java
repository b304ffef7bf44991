package dev.bricklayer.systemtests.docs;

/**
 * One setting of a service.
 *
 * @param module whose code declares it
 * @param property its name in Spring
 * @param type the class of its values
 * @param variable the environment variable that gives it
 * @param otherwise what holds where it is not given, in Markdown
 * @param meaning in Markdown
 */
record Setting(
    String module,
    String property,
    String type,
    String variable,
    String otherwise,
    String meaning) {}
