package clientportal.local.template;

import java.util.Map;

/** One resource of a template; its intrinsic functions are not resolved. */
record Resource(String logicalId, String type, Map<String, Object> properties) {}
