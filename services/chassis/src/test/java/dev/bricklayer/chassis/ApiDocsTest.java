package dev.bricklayer.chassis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

class ApiDocsTest {

  private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

  @Test
  void aDescribedServiceShowsItsDescriptionAndAPageOfItsOwn() throws Exception {
    try (ConfigurableApplicationContext context = started("example")) {
      assertThat(get(context, "/openapi.yaml").body()).startsWith("openapi: 3.1");
      HttpResponse<String> page = get(context, "/docs");
      assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
      for (String reference :
          REFERENCE.matcher(page.body()).results().map(it -> it.group(1)).toList()) {
        assertThat(reference).as("asks this server alone").startsWith("/");
        assertThat(get(context, reference).statusCode()).as(reference).isEqualTo(200);
      }
    }
  }

  @Test
  void aServiceWithoutDescriptionShowsNone() throws Exception {
    try (ConfigurableApplicationContext context = started("silent")) {
      assertThat(get(context, "/openapi.yaml").statusCode()).isEqualTo(404);
      assertThat(get(context, "/docs").statusCode()).isEqualTo(404);
    }
  }

  private static ConfigurableApplicationContext started(String name) {
    return ServiceApplication.of(WebAlone.class, name)
        .web(WebApplicationType.SERVLET)
        .run(
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--bricklayer.database.url=jdbc:postgresql://nobody-asks-it/example",
            "--bricklayer.database.user=example",
            "--bricklayer.database.password=example",
            "--bricklayer.kafka=nobody-asks-it:9092");
  }

  private static HttpResponse<String> get(ConfigurableApplicationContext context, String path)
      throws Exception {
    int port = ((WebServerApplicationContext) context).getWebServer().getPort();
    try (HttpClient http = HttpClient.newHttpClient()) {
      URI address = URI.create("http://127.0.0.1:" + port + path);
      return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ApiDocsConfiguration.class
  })
  static class WebAlone {}
}
