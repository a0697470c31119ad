package clientportal.access.keys;

/**
 * A range of the participants of a group note, by the ends of their ids: one of several of equal
 * size that together have all of them, however many come and go meanwhile.
 *
 * @param first the first two characters of a sort key after its prefix
 * @param last the last ones, inclusive
 */
public record ParticipantRange(String first, String last) {
  /** The characters of ids, in their order. */
  private static final String CHARACTERS = "0123456789abcdefghjkmnpqrstvwxyz";

  private static final int ENDINGS = CHARACTERS.length() * CHARACTERS.length();

  /** All participants. */
  public static final ParticipantRange ALL = of(0, 1, 1);

  /**
   * Returns the range of a part of a number.
   *
   * @param from the first of the part, from 0
   * @param to the one after its last
   * @param of the number, which the parts divide without gaps
   */
  public static ParticipantRange of(int from, int to, int of) {
    return new ParticipantRange(ending(from * ENDINGS / of), ending(to * ENDINGS / of - 1));
  }

  private static String ending(int number) {
    return ""
        + CHARACTERS.charAt(number / CHARACTERS.length())
        + CHARACTERS.charAt(number % CHARACTERS.length());
  }

  static String ending(String id) {
    return id.substring(id.length() - 2);
  }

  /** Returns the first sort key of the range. */
  public String from() {
    return TableKeys.PARTICIPANT_PREFIX + first;
  }

  /** Returns a sort key after the last one of the range, and before the next range. */
  public String to() {
    return TableKeys.PARTICIPANT_PREFIX + last + "#~";
  }
}
