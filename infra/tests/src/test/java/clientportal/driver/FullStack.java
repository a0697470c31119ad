package clientportal.driver;

import clientportal.local.LocalStack;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Has tests act on the stack of {@link OnFullStack}. */
public final class FullStack implements InvocationInterceptor {

  /** Started at the first use. */
  private static final class Second {
    static final LocalStack STACK = Portal.startForTests();
  }

  @Override
  public <T> T interceptTestClassConstructor(
      Invocation<T> invocation,
      ReflectiveInvocationContext<Constructor<T>> constructor,
      ExtensionContext context)
      throws Throwable {
    return Portal.<T, Throwable>on(Second.STACK, invocation::proceed);
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    Portal.<Void, Throwable>on(Second.STACK, invocation::proceed);
  }
}
