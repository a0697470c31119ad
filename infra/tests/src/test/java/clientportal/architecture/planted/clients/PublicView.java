package clientportal.architecture.planted.clients;

/** Nobody outside its feature should see it. */
public record PublicView(String name) {}
