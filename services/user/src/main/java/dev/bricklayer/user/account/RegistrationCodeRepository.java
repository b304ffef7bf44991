package dev.bricklayer.user.account;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RegistrationCodeRepository {

  /** Without letters and digits that look alike. */
  private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  /** 60 bits. */
  private static final int LENGTH = 12;

  /** Copies that start together agree on the first one's. */
  private static final String KEEP =
      "insert into registration_code (code) values (:code) on conflict do nothing";

  private static final String FIND = "select code from registration_code";

  private final JdbcClient jdbc;
  private final SecureRandom random = new SecureRandom();

  RegistrationCodeRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  String findOrMake() {
    jdbc.sql(KEEP).param("code", make()).update();
    return jdbc.sql(FIND).query(String.class).single();
  }

  private String make() {
    return random
        .ints(LENGTH, 0, ALPHABET.length())
        .mapToObj(i -> ALPHABET.substring(i, i + 1))
        .collect(Collectors.joining());
  }
}
