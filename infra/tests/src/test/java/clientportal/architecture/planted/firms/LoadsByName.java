package clientportal.architecture.planted.firms;

final class LoadsByName {
  private LoadsByName() {}

  static Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName(name);
  }
}
