package clientportal.architecture.planted.access;

/** Keeps to the rules. */
public record SharedKernel(String name) {}
