package dev.bricklayer.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.messaging.Wire.Said;
import dev.bricklayer.testkit.TestDatabase;
import org.junit.jupiter.api.Test;

class HousekeepingTest {

  private final Wire wire = new Wire();

  @Test
  void whatIsOldIsForgottenAndNothingElse() {
    try (TestService service =
        TestService.named("tidy", wire, TestDatabase.fresh("tidy"))
            .with("bricklayer.messaging.bootstrap-servers", "127.0.0.1:1")
            .start()) {
      service.send(new Said("k", 1, "never sent, and old"), new Said("k", 2, "sent long ago"));
      service.send(new Said("k", 3, "sent just now"));
      sentAgo(service, 2, "2 days");
      sentAgo(service, 3, "1 minute");
      // Of no day that is near: one of thousands may well be, where it is left to chance.
      service
          .jdbc()
          .sql(
              """
              insert into messaging.inbox_message_other (message_id, type, received_at)
              select overlay(gen_random_uuid()::text placing 'ffff' from 1)::uuid, 'Said',
                now() - interval '31 days'
                from generate_series(1, 12000)
              """)
          .update();
      service
          .jdbc()
          .sql(
              """
              insert into messaging.inbox_message_other (message_id, type)
              values ('ffffffff-0000-4000-8000-000000000000', 'Said')
              """)
          .update();

      service.bean(Housekeeping.class).forget();

      assertThat(service.count("select count(*) from messaging.outbox_message where id = 1"))
          .isEqualTo(1);
      assertThat(service.count("select count(*) from messaging.outbox_message where id = 2"))
          .isZero();
      assertThat(service.count("select count(*) from messaging.outbox_message where id = 3"))
          .isEqualTo(1);
      assertThat(service.count("select count(*) from messaging.inbox_message")).isEqualTo(1);
    }
  }

  private static void sentAgo(TestService service, int id, String ago) {
    service
        .jdbc()
        .sql("update messaging.outbox_message set sent_at = now() - ?::interval where id = ?")
        .params(ago, id)
        .update();
  }
}
