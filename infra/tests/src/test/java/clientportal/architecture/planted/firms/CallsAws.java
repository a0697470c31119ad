package clientportal.architecture.planted.firms;

import software.amazon.awssdk.regions.Region;

record CallsAws(Region region) {}
