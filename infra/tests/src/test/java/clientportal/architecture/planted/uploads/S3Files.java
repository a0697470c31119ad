package clientportal.architecture.planted.uploads;

import software.amazon.awssdk.regions.Region;

/** An adapter of a kernel keeps to the rules, too. */
record S3Files(Region region) {}
