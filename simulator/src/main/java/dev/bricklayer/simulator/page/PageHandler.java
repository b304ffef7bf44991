package dev.bricklayer.simulator.page;

import dev.bricklayer.simulator.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Serves the page and what it shows. Nothing of it comes from, or goes to, another host. */
public final class PageHandler extends Handler.Abstract {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final PageView view;
  private final Map<String, Asset> assets =
      Map.of(
          "/", Asset.of("page.html", "text/html; charset=utf-8"),
          "/stand-in/page.css", Asset.of("page.css", "text/css; charset=utf-8"),
          "/stand-in/page.js", Asset.of("page.js", "text/javascript; charset=utf-8"));

  private record Asset(ByteBuffer content, String type) {

    static Asset of(String file, String type) {
      try (InputStream in = PageHandler.class.getResourceAsStream(file)) {
        if (in == null) {
          throw new IllegalStateException("Missing on the class path: " + file);
        }
        return new Asset(ByteBuffer.wrap(in.readAllBytes()).asReadOnlyBuffer(), type);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Shows a world.
   *
   * @param version the server version that is played
   */
  public PageHandler(World world, String version) {
    this.view = new PageView(world, version);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = request.getHttpURI().getPath();
    Asset asset = path == null ? null : assets.get(path);
    response.getHeaders().put("Content-Security-Policy", POLICY);
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.getHeaders().put("Referrer-Policy", "no-referrer");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    if (!request.getMethod().equals("GET")) {
      return false;
    }
    if (asset != null) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, asset.type());
      response.write(true, asset.content().slice(), callback);
      return true;
    }
    if ("/stand-in/view".equals(path)) {
      show(request, response, callback);
      return true;
    }
    return false;
  }

  /** 204 where nothing has changed since what the page knows already. */
  private void show(Request request, Response response, Callback callback) {
    Fields query = Request.extractQueryParameters(request);
    JsonNode seen = view.seen(text(query, "as"), text(query, "channel"), text(query, "known"));
    if (seen == null) {
      response.setStatus(204);
      callback.succeeded();
    } else {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
      response.write(true, ByteBuffer.wrap(JsonMapper.shared().writeValueAsBytes(seen)), callback);
    }
  }

  private static String text(Fields query, String name) {
    @Nullable String value = query.getValue(name);
    return value == null ? "" : value;
  }
}
