package clientportal.access;

/**
 * How long a password must be and may be, in characters. The user pool requires the same; pages say
 * it before a password is set.
 */
public final class PasswordLength {
  public static final int SHORTEST = 12;
  public static final int LONGEST = 256;

  private PasswordLength() {}
}
