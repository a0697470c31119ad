package clientportal.architecture.planted.firms;

/** A handler whose behaviour is elsewhere. */
public final class InheritingHandler extends Common {}
