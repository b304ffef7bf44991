package dev.bricklayer.engine;

import java.util.concurrent.atomic.AtomicInteger;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One collaborator of an engine does one thing wrong, on a test's order: so that what guards a
 * promise is seen to fail when the promise is broken. The engine itself knows nothing of it.
 */
public final class Sabotage {

  private final String bean;
  private final String method;
  private final Wrong wrong;
  private final AtomicInteger done = new AtomicInteger();

  private Sabotage(String bean, String method, Wrong wrong) {
    this.bean = bean;
    this.method = method;
    this.wrong = wrong;
  }

  /** What is done instead. */
  public interface Wrong {
    @Nullable Object instead(MethodInvocation call) throws Throwable;
  }

  /** Every call of this method of this bean goes wrong. */
  public static Sabotage of(String bean, String method, Wrong wrong) {
    return new Sabotage(bean, method, wrong);
  }

  /** How many calls went wrong. */
  public int done() {
    return done.get();
  }

  ApplicationContextInitializer<ConfigurableApplicationContext> initializer() {
    return context ->
        context
            .getBeanFactory()
            .addBeanPostProcessor(
                new BeanPostProcessor() {
                  @Override
                  public Object postProcessAfterInitialization(Object made, String name) {
                    return name.equals(bean) ? wrap(made) : made;
                  }
                });
  }

  private Object wrap(Object made) {
    ProxyFactory factory = new ProxyFactory(made);
    factory.setProxyTargetClass(true);
    factory.addAdvice((MethodInterceptor) this::call);
    return factory.getProxy(made.getClass().getClassLoader());
  }

  private @Nullable Object call(MethodInvocation call) throws Throwable {
    if (!call.getMethod().getName().equals(method)) {
      return call.proceed();
    }
    done.incrementAndGet();
    return wrong.instead(call);
  }
}
