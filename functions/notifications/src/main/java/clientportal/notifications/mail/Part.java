package clientportal.notifications.mail;

import java.util.List;

/** A part of a mail. Each has one form in text and one in HTML. */
sealed interface Part {
  /** The title, which the text of a mail has only where it says something more. */
  record Opening(String title) implements Part {}

  /**
   * A paragraph.
   *
   * @param isAside whether it is in smaller letters
   */
  record Paragraph(Sentence sentence, boolean isAside) implements Part {}

  /** Something that stands out. */
  record Box(Sentence sentence) implements Part {}

  /** What the reader is to do: a button in HTML. */
  record Action(String label, String link) implements Part {}

  /** A link that nobody needs to follow. */
  record Link(String label, String link) implements Part {}

  /** A code to be copied, alone on its line. */
  record Code(String lead, String code) implements Part {}

  /** What the reader does, one after the other. */
  record Steps(String heading, List<Sentence> steps) implements Part {
    public Steps {
      steps = List.copyOf(steps);
    }
  }

  /** The name of the client that the next items are about. */
  record Heading(String name) implements Part {}

  /** One of several things that have happened. */
  record Item(Sentence title, String link, List<Sentence> lines, Sentence by) implements Part {
    public Item {
      lines = List.copyOf(lines);
    }
  }

  /** How many items are left out, and where they are. */
  record More(String label, String link) implements Part {}

  static Part paragraph(String pattern, String... names) {
    return new Paragraph(Sentence.of(pattern, names), false);
  }

  static Part aside(String pattern, String... names) {
    return new Paragraph(Sentence.of(pattern, names), true);
  }
}
