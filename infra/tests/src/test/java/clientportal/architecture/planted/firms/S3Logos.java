package clientportal.architecture.planted.firms;

import software.amazon.awssdk.regions.Region;

/** An adapter keeps to the rules. */
record S3Logos(Region region) {}
