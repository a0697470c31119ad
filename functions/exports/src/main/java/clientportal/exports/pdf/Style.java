package clientportal.exports.pdf;

/** How text looks. */
public enum Style {
  TITLE(20, true, Ink.BLACK),
  HEADING(12.5f, true, Ink.BLACK),
  NAME(10.5f, true, Ink.BLACK),
  STRONG(9, true, Ink.BLACK),
  BODY(9, false, Ink.BLACK),
  LABEL(9, false, Ink.GRAY),
  SMALL(7.5f, false, Ink.GRAY);

  /** The colors, as parts of red, green and blue. */
  enum Ink {
    BLACK(0.10f, 0.13f, 0.17f),
    GRAY(0.36f, 0.41f, 0.46f);

    final float red;
    final float green;
    final float blue;

    Ink(float red, float green, float blue) {
      this.red = red;
      this.green = green;
      this.blue = blue;
    }
  }

  /** In points. */
  final float size;

  final boolean bold;
  final Ink ink;

  Style(float size, boolean bold, Ink ink) {
    this.size = size;
    this.bold = bold;
    this.ink = ink;
  }

  float lineHeight() {
    return size * 1.4f;
  }

  /** Returns text in this style. */
  public Text of(String content) {
    return new Text(content, this);
  }
}
