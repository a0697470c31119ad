package clientportal.architecture.planted.access.decision;

import clientportal.architecture.planted.platform.Environment;

record KnowsThePlatform(Environment environment) {}
