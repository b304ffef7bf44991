package dev.bricklayer.bff.doctor;

import dev.bricklayer.mattermost.MattermostUser;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * What was seen, before anything is made of it.
 *
 * @param settings the server's settings by section and name, as far as they could be read
 * @param administrator whose token the administrator's is; empty without one
 * @param botOwner who owns Bricklayer's own bot, as far as that could be learnt
 * @param publicUrl where Mattermost is to reach the bff
 * @param siteAnswers whether a Mattermost answers this machine under its own site URL
 * @param echo what came of typing our command, where an administrator's token allowed to try
 */
record Symptoms(
    Map<String, String> settings,
    Optional<MattermostUser> administrator,
    Optional<MattermostUser> botOwner,
    URI publicUrl,
    boolean siteAnswers,
    Optional<Echo> echo) {

  Symptoms {
    settings = Map.copyOf(settings);
  }

  String setting(String name) {
    return settings.getOrDefault(name, "");
  }

  boolean is(String name, boolean value) {
    return Boolean.toString(value).equals(settings.get(name));
  }
}
