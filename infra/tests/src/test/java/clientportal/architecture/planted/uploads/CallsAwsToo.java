package clientportal.architecture.planted.uploads;

import software.amazon.awssdk.regions.Region;

record CallsAwsToo(Region region) {}
