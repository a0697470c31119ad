package clientportal.local;

/** Prints where the JDK is that Maven found, so that the stack is run by the same. */
final class JavaHome {
  private JavaHome() {}

  public static void main(String[] arguments) {
    System.out.print(System.getProperty("java.home"));
  }
}
