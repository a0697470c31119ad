package clientportal.architecture.planted.firms;

import java.security.SecureRandom;

record KeepsARandom(SecureRandom random) {}
