package clientportal.notifications.mail;

import org.jspecify.annotations.Nullable;

/**
 * How a mail names its sender: by a name and, to clients and contacts of a site that has one, its
 * logo.
 *
 * @param name as the text of the mail has it, too
 * @param logo null if there is none
 */
public record Letterhead(String name, @Nullable Logo logo) {
  /** The letterhead of mails to people who work for a firm, or belong to none. */
  public static Letterhead of(String name) {
    return new Letterhead(name, null);
  }

  /**
   * A logo in the size in which it is shown. The mail says the size in numbers, because Outlook on
   * Windows shows a picture as large as it is otherwise, whatever the style says.
   *
   * @param url public, and the same in every mail
   */
  public record Logo(String url, int width, int height) {
    private static final int WIDEST = 220;
    private static final int HIGHEST = 64;

    /** Returns a picture of this size in pixels as it fits into a letterhead, not enlarged. */
    public static Logo fitted(String url, int width, int height) {
      double scale = Math.min(1, Math.min((double) WIDEST / width, (double) HIGHEST / height));
      return new Logo(url, scaled(width, scale), scaled(height, scale));
    }

    private static int scaled(int length, double scale) {
      return Math.max(1, Math.toIntExact(Math.round(length * scale)));
    }
  }
}
