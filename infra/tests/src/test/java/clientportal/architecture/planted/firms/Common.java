package clientportal.architecture.planted.firms;

class Common {
  String name() {
    return "common";
  }
}
