package clientportal.architecture.planted.platform.above;

import clientportal.architecture.planted.platform.below.KnowsAbove;

/** Stands on the layer below it. */
public record Above(KnowsAbove below) {}
