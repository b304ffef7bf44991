package dev.bricklayer.chassis;

import java.sql.SQLException;
import org.postgresql.util.PGobject;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records in {@code jsonb} columns, written as they travel between services. Only for what is read
 * and written whole; what a query asks for has a column of its own.
 */
public final class JsonColumns {

  private final JsonMapper mapper;

  /** Columns in this mapper's JSON. */
  public JsonColumns(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /** A statement's parameter for a {@code jsonb} column. */
  public Object column(Object value) {
    PGobject column = new PGobject();
    column.setType("jsonb");
    try {
      column.setValue(mapper.writeValueAsString(value));
    } catch (SQLException e) {
      throw new IllegalStateException("a plain value object refused a string", e);
    }
    return column;
  }

  /**
   * What a column holds.
   *
   * @param json the column as a string, not null
   */
  public <T> T read(String json, Class<T> type) {
    return mapper.readValue(json, type);
  }
}
