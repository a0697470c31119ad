package clientportal.architecture.planted.unmarked;

record Unmarked(String name) {}
