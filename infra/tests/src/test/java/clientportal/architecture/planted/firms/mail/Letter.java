package clientportal.architecture.planted.firms.mail;

/** Is public only within its feature. */
public record Letter(String text) {}
