package clientportal.architecture.planted.firms;

import java.lang.reflect.Method;

final class Reflects {
  private Reflects() {}

  static Method method() throws NoSuchMethodException {
    return Reflects.class.getDeclaredMethod("method");
  }
}
