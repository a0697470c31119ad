package clientportal.architecture.planted.firms;

import clientportal.architecture.planted.clients.PublicView;

record KnowsAnotherFeature(PublicView view) {}
