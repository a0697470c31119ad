package clientportal.local.template;

import java.util.Map;

/** One resource as a template states it, intrinsics unresolved. */
record Resource(String logicalId, String type, Map<String, Object> properties) {}
