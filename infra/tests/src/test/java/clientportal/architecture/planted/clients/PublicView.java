package clientportal.architecture.planted.clients;

/** Should not be visible outside its feature. */
public record PublicView(String name) {}
