package dev.bricklayer.chassis;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.util.IdGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Time, ids and the way rows hold records: what code is handed instead of asking the world. */
@AutoConfiguration(
    after = org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration.class)
class ChassisConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  /** UUIDs of version 7: later ones sort later, so that indexes grow at one end. */
  @Bean
  @ConditionalOnMissingBean
  IdGenerator idGenerator() {
    NoArgGenerator versionSeven = Generators.timeBasedEpochGenerator();
    return versionSeven::generate;
  }

  @Bean
  JsonColumns jsonColumns(JsonMapper mapper) {
    return new JsonColumns(mapper);
  }
}
