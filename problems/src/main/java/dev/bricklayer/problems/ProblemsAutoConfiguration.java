package dev.bricklayer.problems;

import java.util.List;
import java.util.UUID;
import org.apache.catalina.Container;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Problems for every servlet application that has this module on its class path. */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(RestSettings.class)
class ProblemsAutoConfiguration {

  @Bean
  ProblemWriter problemWriter(ObjectProvider<ProblemTranslator> translators) {
    return new ProblemWriter(() -> translators.orderedStream().toList(), UUID::randomUUID);
  }

  @Bean
  ProblemTranslator webProblems() {
    return new WebProblems();
  }

  @Bean
  UnreadableAddressFilter unreadableAddressFilter(ProblemWriter writer) {
    return new UnreadableAddressFilter(writer);
  }

  @Bean
  ProblemExceptionResolver problemExceptionResolver(ProblemWriter writer) {
    return new ProblemExceptionResolver(writer);
  }

  @Bean
  ProblemErrorController problemErrorController(ProblemWriter writer) {
    return new ProblemErrorController(writer);
  }

  @Bean
  WebMvcConfigurer jsonBodies(RestSettings settings) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new JsonBodyArgumentResolver((int) settings.bodyLimit().toBytes()));
      }

      // Refused for its Accept once all is done, a call would be made a second time.
      @Override
      public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        negotiation.ignoreAcceptHeader(true).defaultContentType(MediaType.ALL);
      }
    };
  }

  /** Only in Tomcat. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = "org.apache.catalina.valves.ErrorReportValve")
  static class WithTomcat {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTomcat(
        RestSettings settings) {
      int drained = (int) settings.drainLimit().toBytes();
      return factory -> {
        factory.addContextCustomizers(context -> reportProblems(context.getParent()));
        factory.addConnectorCustomizers(
            connector -> connector.setProperty("maxSwallowSize", Integer.toString(drained)));
      };
    }

    private static void reportProblems(Container host) {
      host.getPipeline().addValve(new ProblemErrorReportValve());
      if (host instanceof StandardHost standard) {
        // It looks for one of this name and finds it, instead of adding its own.
        standard.setErrorReportValveClass(ProblemErrorReportValve.class.getName());
      }
    }
  }

  /** Only where there is a database. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(
      name = {
        "org.springframework.dao.DataAccessException",
        "org.springframework.transaction.CannotCreateTransactionException"
      })
  static class WithDatabase {

    @Bean
    ProblemTranslator databaseProblems() {
      return new DatabaseProblems();
    }
  }

  /** Only where Spring Security is. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = "org.springframework.security.web.AuthenticationEntryPoint")
  static class WithSecurity {

    @Bean
    SecurityProblems securityProblems(ProblemWriter writer) {
      return new SecurityProblems(writer);
    }
  }
}
