package clientportal.uploads;

import java.util.regex.Pattern;

/**
 * The key of an object in the bucket. It consists of ids, numbers and words, so that it needs no
 * encoding in a URL, and is written once.
 */
public record ObjectKey(String text) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9-]+(?:/[a-z0-9-]+)*");

  public ObjectKey {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("no key of an object: " + text);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
