package clientportal.architecture.planted.firms;

import java.util.UUID;

final class DrawsBeforeItsSnapshot {
  private final String seed = seed();

  private static String seed() {
    return UUID.randomUUID().toString();
  }

  @Override
  public String toString() {
    return seed;
  }
}
