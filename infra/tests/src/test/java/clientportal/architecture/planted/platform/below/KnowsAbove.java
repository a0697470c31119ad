package clientportal.architecture.planted.platform.below;

import clientportal.architecture.planted.platform.above.Above;

/** Needs the layer above it. */
public record KnowsAbove(Above above) {}
