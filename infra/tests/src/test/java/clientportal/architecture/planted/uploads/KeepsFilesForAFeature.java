package clientportal.architecture.planted.uploads;

import clientportal.architecture.planted.clients.PublicView;

record KeepsFilesForAFeature(PublicView view) {}
