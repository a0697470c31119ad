package clientportal.access.keys;

/** The path of what has a text, of which earlier ones are kept: a note or a group note. */
public sealed interface TextPath permits NotePath, GroupNotePath {}
