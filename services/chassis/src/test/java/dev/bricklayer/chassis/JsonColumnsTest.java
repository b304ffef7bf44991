package dev.bricklayer.chassis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PGobject;
import tools.jackson.databind.json.JsonMapper;

class JsonColumnsTest {

  private final JsonColumns columns = new JsonColumns(JsonMapper.shared());

  @Test
  void readsBackWhatItWrote() {
    Refusal refusal = Refusal.of(RefusalCode.NAME_TAKEN, "/name");
    PGobject column = (PGobject) columns.column(refusal);
    assertThat(column.getType()).isEqualTo("jsonb");
    assertThat(columns.read(column.getValue(), Refusal.class)).isEqualTo(refusal);
  }

  @Test
  void readsWhatANewerVersionWrote() {
    assertThat(
            columns.read(
                """
                {"userId": "u", "username": "standup", "colour": "green"}
                """,
                BotAccount.class))
        .isEqualTo(new BotAccount("u", "standup"));
  }
}
