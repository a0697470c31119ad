package clientportal.architecture.planted.firms.mail;

/** Is public to its feature alone. */
public record Letter(String text) {}
