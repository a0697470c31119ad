package clientportal.exports.pdf;

/** Text in a style; it may have several lines. */
public record Text(String content, Style style) {}
