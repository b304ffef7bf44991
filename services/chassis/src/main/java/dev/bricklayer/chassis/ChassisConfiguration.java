package dev.bricklayer.chassis;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.util.IdGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Time, ids, and what rows need: what code is handed instead of asking the world. */
@AutoConfiguration(after = {JacksonAutoConfiguration.class, JdbcClientAutoConfiguration.class})
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
  TransactionLocks transactionLocks(NamedParameterJdbcOperations jdbc) {
    return new TransactionLocks(jdbc);
  }

  @Bean
  JsonColumns jsonColumns(JsonMapper mapper) {
    return new JsonColumns(mapper);
  }
}
