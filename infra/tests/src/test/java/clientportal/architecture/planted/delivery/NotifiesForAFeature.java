package clientportal.architecture.planted.delivery;

import clientportal.architecture.planted.clients.PublicView;

record NotifiesForAFeature(PublicView view) {}
