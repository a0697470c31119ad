package clientportal.local;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * An output that can be stopped. What is still under way when somebody presses Ctrl-C fails because
 * the stack is closing, and nobody needs to read that.
 */
final class StoppableOutput extends FilterOutputStream {
  private volatile boolean stopped;

  StoppableOutput(OutputStream out) {
    super(out);
  }

  PrintStream printStream(Charset charset) {
    return new PrintStream(this, true, charset);
  }

  /** Drops all that is written from now on. */
  void stop() {
    stopped = true;
  }

  @Override
  public void write(int character) throws IOException {
    if (!stopped) {
      out.write(character);
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (!stopped) {
      out.write(bytes, offset, length);
    }
  }
}
