package clientportal.architecture.planted.platform;

import clientportal.architecture.planted.access.SharedKernel;

record KnowsAccess(SharedKernel kernel) {}
