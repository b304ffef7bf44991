package dev.bricklayer.bff.security;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may administer, beside those who administer Mattermost and are linked.
 *
 * @param administrators their user names, separated by commas; who holds an account of that name
 *     administers, so have each registered before strangers can
 */
@ConfigurationProperties("bricklayer")
record AdministratorSettings(@DefaultValue List<String> administrators) {

  AdministratorSettings {
    administrators =
        administrators.stream()
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .filter(name -> !name.isEmpty())
            .toList();
  }

  boolean contains(String username) {
    return administrators.contains(username.toLowerCase(Locale.ROOT));
  }
}
