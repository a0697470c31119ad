package clientportal.demo;

import clientportal.local.Terminal;

/** Starts the local stack for a person at a terminal, with the demo where the options say so. */
public final class Main {
  private Main() {}

  /** Takes the options that {@code --help} lists. */
  public static void main(String[] arguments) throws InterruptedException {
    Terminal.start(arguments, Demo::fill);
  }
}
