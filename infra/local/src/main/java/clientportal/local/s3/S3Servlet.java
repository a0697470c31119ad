package clientportal.local.s3;

import clientportal.local.events.Activity;
import clientportal.local.http.OwnHost;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.concurrent.locks.Lock;
import org.gaul.s3proxy.S3ProxyHandler;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Adds the refusals of S3 that s3proxy lacks, and reports new objects. */
final class S3Servlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient S3ProxyHandler s3;
  private final transient PresignedUrls presignedUrls;
  private final transient BucketCors cors;
  private final transient Activity activity;
  private final transient BucketPolicy policy;
  private final transient MultipartRules multipartRules;
  private final transient ObjectTags tags;
  private final transient Created created;

  /** Receives the bucket and key of a new object, and the call that created it. */
  @FunctionalInterface
  interface Created {
    void accept(String bucket, String key, String reason);
  }

  S3Servlet(
      S3ProxyHandler s3,
      PresignedUrls presignedUrls,
      BucketCors cors,
      BucketPolicy policy,
      MultipartRules multipartRules,
      ObjectTags tags,
      Activity activity,
      Created created) {
    this.s3 = s3;
    this.presignedUrls = presignedUrls;
    this.cors = cors;
    this.policy = policy;
    this.multipartRules = multipartRules;
    this.tags = tags;
    this.activity = activity;
    this.created = created;
  }

  @Override
  protected void service(HttpServletRequest received, HttpServletResponse response)
      throws IOException {
    HttpServletRequest request = new QueryParameters(received);
    RequestBody body = new RequestBody(request);
    boolean write = request.getMethod().equals("PUT") || request.getMethod().equals("POST");
    try (Activity.Work _ = write ? activity.begin("an upload to S3") : Activity.NOTHING) {
      serve(request, body, response);
      if (write && response.getStatus() == 200) {
        announce(request);
      }
      body.drain();
    } catch (Refusal refusal) {
      refusal.send(request, response, body.drain());
    }
  }

  private void serve(HttpServletRequest request, RequestBody body, HttpServletResponse response)
      throws IOException, Refusal {
    if (!OwnHost.isOwn(request.getHeader("Host"), request.getLocalPort())) {
      throw new Refusal(421, "MisdirectedRequest", "The host is not this machine.");
    }
    if (request.getMethod().equals("OPTIONS")) {
      cors.preflight(request, response);
      return;
    }
    cors.decorate(request, response);
    if (PresignedUrls.isPresigned(request)) {
      presignedUrls.check(request);
    } else if (request.getHeader("Authorization") == null) {
      throw Refusal.denied("Access Denied");
    }
    policy.check(request);
    Lock lock = multipartRules.lock(request);
    lock.lock();
    try {
      answer(request, body, response);
    } finally {
      lock.unlock();
    }
  }

  private void answer(HttpServletRequest request, RequestBody body, HttpServletResponse response)
      throws IOException, Refusal {
    multipartRules.check(request);
    if (ObjectTags.isAsked(request)) {
      tags.answer(request, response);
      return;
    }
    try {
      s3.doHandle(request, new Acceptable(request), response, body, null);
    } catch (AwsServiceException e) {
      throw refusal(e);
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, "InvalidArgument", String.valueOf(e.getMessage()));
    } catch (IOException | RuntimeException e) {
      for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
        if (cause instanceof AwsServiceException service) {
          throw refusal(service);
        }
      }
      throw e;
    }
  }

  private static Refusal refusal(AwsServiceException e) {
    String code = S3Exceptions.errorCode(e);
    String message = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorMessage();
    if (code == null) {
      code = e.statusCode() == 412 ? "PreconditionFailed" : "InternalError";
    }
    return new Refusal(e.statusCode(), code, message == null ? code : message);
  }

  /** A PUT of an object, or what makes one of parts: whatever makes it appear under its key. */
  private void announce(HttpServletRequest request) {
    String[] path = request.getRequestURI().split("/", 3);
    boolean post = request.getMethod().equals("POST");
    boolean ofParts = request.getParameter("uploadId") != null;
    boolean appears = post ? ofParts : !ofParts && request.getParameter("acl") == null;
    if (path.length == 3 && !path[2].isEmpty() && appears) {
      created.accept(
          path[1],
          URLDecoder.decode(path[2], StandardCharsets.UTF_8),
          post ? "CompleteMultipartUpload" : "PutObject");
    }
  }

  /**
   * The request without two parts that s3proxy would refuse: the expiry, which it checks by the
   * machine's clock, and a role's session token, which it does not know. The signature, which
   * covers both, is still verified against the original request.
   */
  private static final class Acceptable extends HttpServletRequestWrapper {
    Acceptable(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getParameter(String name) {
      return name.equals("X-Amz-Expires") ? null : super.getParameter(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
      return Collections.enumeration(
          Collections.list(super.getHeaderNames()).stream()
              .filter(name -> !name.equalsIgnoreCase("x-amz-security-token"))
              .toList());
    }
  }
}
