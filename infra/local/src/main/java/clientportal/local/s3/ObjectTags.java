package clientportal.local.s3;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.BiFunction;
import org.gaul.s3proxy.blobstore.BlobStore;

/** Answers {@code GetObjectTagging}, which s3proxy lacks; only the malware scanner tags objects. */
record ObjectTags(BlobStore store, BiFunction<String, String, Map<String, String>> tags) {
  static boolean isAsked(HttpServletRequest request) {
    return request.getMethod().equals("GET") && request.getParameter("tagging") != null;
  }

  void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, Refusal {
    String[] path = request.getRequestURI().split("/", 3);
    String key = URLDecoder.decode(path[2], StandardCharsets.UTF_8);
    if (!store.blobExists(path[1], key)) {
      throw new Refusal(404, "NoSuchKey", "The specified key does not exist.");
    }
    StringBuilder set = new StringBuilder();
    tags.apply(path[1], key)
        .forEach((name, value) ->
            set.append("<Tag><Key>%s</Key><Value>%s</Value></Tag>".formatted(name, value)));
    response.setStatus(200);
    response.setContentType("application/xml");
    try (OutputStream body = response.getOutputStream()) {
      body.write(
          ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Tagging><TagSet>"
                  + set
                  + "</TagSet></Tagging>")
              .getBytes(StandardCharsets.UTF_8));
    }
  }
}
