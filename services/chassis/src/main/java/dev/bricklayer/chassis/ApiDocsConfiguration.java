package dev.bricklayer.chassis;

import java.io.IOException;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnResource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A service that has a description {@code classpath:openapi/<name>.yaml} shows it at {@code
 * /openapi.yaml}, and at {@code /docs} as a page that asks no other server for anything.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnResource(resources = ApiDocsConfiguration.DESCRIPTION)
class ApiDocsConfiguration {

  static final String DESCRIPTION = "classpath:openapi/${spring.application.name}.yaml";

  private static final String WEBJAR = "META-INF/maven/org.webjars/swagger-ui/pom.properties";

  @Bean
  ApiDocsController apiDocsController(@Value(DESCRIPTION) Resource description) {
    return new ApiDocsController(description);
  }

  /** The page's own script and style. */
  @Bean
  WebMvcConfigurer apiDocsAssets() throws IOException {
    Properties webjar = PropertiesLoaderUtils.loadProperties(new ClassPathResource(WEBJAR));
    String location =
        "classpath:/META-INF/resources/webjars/swagger-ui/" + webjar.getProperty("version") + "/";
    return new WebMvcConfigurer() {
      @Override
      public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/docs/assets/**").addResourceLocations(location);
      }
    };
  }
}
