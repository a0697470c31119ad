package clientportal.architecture.planted.access;

import clientportal.architecture.planted.clients.PublicView;

record KnowsAFeature(PublicView view) {}
