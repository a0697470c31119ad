package clientportal.architecture.planted.firms;

record FirmUtil(String name) {}
