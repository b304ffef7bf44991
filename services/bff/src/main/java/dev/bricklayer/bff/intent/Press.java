package dev.bricklayer.bff.intent;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What a button means. It names the state that it leads to, never "the other one", so that clicking
 * twice is clicking once.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "press")
public sealed interface Press {

  /** The menu. */
  record ShowMenu() implements Press {}

  /** All that can be typed. */
  record ShowHelp() implements Press {}
}
