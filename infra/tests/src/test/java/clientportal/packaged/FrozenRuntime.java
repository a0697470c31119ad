package clientportal.packaged;

import com.amazonaws.services.lambda.crac.Context;
import com.amazonaws.services.lambda.crac.Core;
import com.amazonaws.services.lambda.crac.Resource;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.security.Provider;
import java.security.SecureRandomSpi;
import java.security.Security;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Starts Lambda's runtime client where all randomness from before the restore is the same in every
 * process, so that two processes are like two instances that were restored from one snapshot. A
 * source from before the restore gives both the same values, also after it.
 */
final class FrozenRuntime {
  private static final Thaw THAW = new Thaw();

  private FrozenRuntime() {}

  public static void main(String[] arguments) throws Throwable {
    Security.insertProviderAt(new Frozen(), 1);
    Core.getGlobalContext().register(THAW);
    AWSLambda.main(arguments);
  }

  /** Referenced here, because the runtime's reference is weak. */
  private static final class Thaw implements Resource {
    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {}

    @Override
    public void afterRestore(Context<? extends Resource> context) {
      Security.removeProvider(Frozen.NAME);
    }
  }

  /** The first of the providers, so that {@code new SecureRandom()} uses it. */
  private static final class Frozen extends Provider {
    private static final long serialVersionUID = 1;
    private static final String NAME = "Frozen";

    Frozen() {
      super(NAME, "1", "the same randomness in every process");
      putService(
          new Service(this, "SecureRandom", NAME, Stream.class.getName(), null, null) {
            @Override
            public Object newInstance(Object parameter) {
              return new Stream();
            }
          });
    }
  }

  private static final class Stream extends SecureRandomSpi {
    private static final long serialVersionUID = 1;
    private static final AtomicInteger MADE = new AtomicInteger();

    private final Random random;

    Stream() {
      random = new Random(MADE.getAndIncrement());
    }

    @Override
    protected void engineSetSeed(byte[] seed) {}

    @Override
    protected void engineNextBytes(byte[] bytes) {
      random.nextBytes(bytes);
    }

    @Override
    protected byte[] engineGenerateSeed(int length) {
      byte[] seed = new byte[length];
      random.nextBytes(seed);
      return seed;
    }
  }
}
