package dev.bricklayer.bff.world;

import dev.bricklayer.bff.provisioning.ProvisioningApplication;
import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.mattermost.Answer;
import dev.bricklayer.mattermost.ClientSettings;
import dev.bricklayer.mattermost.MattermostClient;
import dev.bricklayer.sealing.OwnKey;
import dev.bricklayer.simulator.Settings;
import dev.bricklayer.simulator.StandInMattermost;
import dev.bricklayer.testkit.TestDatabase;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** A Mattermost, and one installation's database with any number of programs that provision it. */
public final class ProvisioningWorld implements AutoCloseable {

  private final StandInMattermost mattermost;
  private final MattermostClient client;
  private final DatabaseAccess database = TestDatabase.fresh("provisioning");
  private final String key = OwnKey.generate();
  private final Deque<ConfigurableApplicationContext> programs = new ArrayDeque<>();

  public ProvisioningWorld(Settings settings) {
    this.mattermost = StandInMattermost.start(settings);
    this.client = new MattermostClient(ClientSettings.of(mattermost.address()));
  }

  /**
   * One more program.
   *
   * @param settings beside the usual ones or instead of them, such as {@code bricklayer.own-key=}
   */
  public ConfigurableApplicationContext program(String... settings) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("bricklayer.kafka", "none:1");
    all.put("bricklayer.database.url", database.url());
    all.put("bricklayer.database.user", database.user());
    all.put("bricklayer.database.password", database.password());
    all.put("bricklayer.mattermost.url", mattermost.address().toString());
    all.put("bricklayer.mattermost.admin-token", mattermost.demo().adminToken());
    all.put("bricklayer.own-key", key);
    all.put("bricklayer.installation.reload-every", "10ms");
    all.put("logging.structured.format.console", "");
    for (String setting : settings) {
      String[] parts = setting.split("=", 2);
      all.put(parts[0], parts[1]);
    }
    ConfigurableApplicationContext program =
        ProvisioningApplication.application()
            .run(
                all.entrySet().stream()
                    .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                    .toArray(String[]::new));
    programs.push(program);
    return program;
  }

  public StandInMattermost mattermost() {
    return mattermost;
  }

  /** Calls the Mattermost. */
  public MattermostClient client() {
    return client;
  }

  /** The token of an administrator there. */
  public AccessToken admin() {
    return new AccessToken(mattermost.demo().adminToken());
  }

  /** What a call must bring. */
  public static <T> T must(Answer<T> answer) {
    if (answer instanceof Answer.Ok<T>(var value, _)) {
      return value;
    }
    throw new AssertionError("not done: " + answer);
  }

  @Override
  public void close() {
    programs.forEach(ConfigurableApplicationContext::close);
    client.close();
    mattermost.close();
  }
}
