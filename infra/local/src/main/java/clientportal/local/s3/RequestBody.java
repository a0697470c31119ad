package clientportal.local.s3;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;

/**
 * The body of a request. S3 reads all that a client sends; s3proxy answers as soon as it knows what
 * to say, before the trailer of a last chunk or the whole of what it refuses. The server would then
 * close a connection on which the client still sends: the answer is lost, and the SDK does again
 * what has been done.
 */
final class RequestBody extends InputStream {
  /** Bytes; above what one request brings by the limits that the templates set. */
  private static final long MOST_LEFT = 128L << 20;

  private static final int BUFFER = 64 << 10;

  private final HttpServletRequest request;
  private boolean begun;

  RequestBody(HttpServletRequest request) {
    this.request = request;
  }

  @Override
  public int read() throws IOException {
    begun = true;
    return request.getInputStream().read();
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    begun = true;
    return request.getInputStream().read(bytes, from, length);
  }

  /** Leaves the request's stream open, so that the rest can be read. */
  @Override
  public void close() {}

  /**
   * Reads what is left, unless the client waits to be told to send it.
   *
   * @return whether the client has nothing more to send
   */
  boolean drain() throws IOException {
    if (!begun && request.getHeader("Expect") != null) {
      return false;
    }
    byte[] buffer = new byte[BUFFER];
    for (long left = 0; left < MOST_LEFT; ) {
      int count = read(buffer, 0, buffer.length);
      if (count < 0) {
        return true;
      }
      left += count;
    }
    return false;
  }
}
