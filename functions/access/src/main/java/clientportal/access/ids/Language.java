package clientportal.access.ids;

import java.util.Arrays;

/** The languages in which the portal writes to people. */
public enum Language {
  ENGLISH("en"),
  GERMAN("de");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** Returns the language tag (BCP 47), which names it in the API and in items. */
  public String tag() {
    return tag;
  }

  /** Returns the language with a tag. */
  public static Language of(String tag) {
    return Arrays.stream(values()).filter(each -> each.tag.equals(tag)).findFirst().orElseThrow();
  }
}
