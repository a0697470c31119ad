package clientportal.architecture.planted.firms;

/** A handler that is whole only later. */
public final class InjectedHandler {
  private String name = "";

  void inject(String given) {
    name = given;
  }

  String name() {
    return name;
  }
}
