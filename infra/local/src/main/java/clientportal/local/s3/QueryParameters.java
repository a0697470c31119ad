package clientportal.local.s3;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/**
 * A request with only the parameters of its query, as in S3. A servlet container would also parse
 * the body if its type is that of a form, which is curl's default for every body; the bytes of the
 * object would be lost.
 */
final class QueryParameters extends HttpServletRequestWrapper {
  private final Fields query;

  QueryParameters(HttpServletRequest request) {
    super(request);
    query = Request.extractQueryParameters(ServletContextRequest.getServletContextRequest(request));
  }

  @Override
  public @Nullable String getParameter(String name) {
    return query.getValue(name);
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    Fields.@Nullable Field field = query.get(name);
    return field == null ? null : field.getValues().toArray(String[]::new);
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(query.getNames());
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    Map<String, String[]> map = new TreeMap<>();
    query.forEach(field -> map.put(field.getName(), field.getValues().toArray(String[]::new)));
    return map;
  }
}
