package clientportal.local;

/** Prints the home of the JDK that Maven runs on, so that the stack runs on the same one. */
final class JavaHome {
  private JavaHome() {}

  public static void main(String[] arguments) {
    System.out.print(System.getProperty("java.home"));
  }
}
