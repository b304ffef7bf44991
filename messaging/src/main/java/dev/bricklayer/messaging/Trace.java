package dev.bricklayer.messaging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How one trace goes on from service to service: W3C trace context, in the headers of messages. */
interface Trace {

  /** The names of the headers. */
  List<String> HEADERS = List.of("traceparent", "tracestate");

  /** The headers that continue what is being done on this thread; empty when nobody traces. */
  Map<String, String> current();

  /** Does the work as a part of the trace that came in these headers. */
  <T> T continuing(Map<String, String> headers, String what, Supplier<T> work);

  /** Those of the headers that are the trace's. */
  static Map<String, String> headersIn(Map<String, String> all) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String name : HEADERS) {
      String value = all.get(name);
      if (value != null) {
        found.put(name, value);
      }
    }
    return found;
  }
}
