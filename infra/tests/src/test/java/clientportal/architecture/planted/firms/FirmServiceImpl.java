package clientportal.architecture.planted.firms;

record FirmServiceImpl(String name) {}
