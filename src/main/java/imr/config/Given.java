package imr.config;

/** A value as it was given, and where: {@code file imr.properties}, {@code environment IMR_ZONE}, {@code -X}. */
record Given(String value, String source) {}
