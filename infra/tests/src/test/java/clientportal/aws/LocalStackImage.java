package clientportal.aws;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.PullResponseItem;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;

/** The image of LocalStack, and whether a container can be made of it here. */
record LocalStackImage(String name) {
  private static final int LONGEST_SILENCE_SECONDS = 30;
  private static final int LONGEST_PULL_SECONDS = 600;

  static LocalStackImage fromProperties() {
    return new LocalStackImage(System.getProperty("localstack.image", "localstack/localstack"));
  }

  /** Returns what is missing and what to do about it; pulls the image if it is not here yet. */
  Optional<String> missing() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      return Optional.of("no Docker is to be reached here; start it and try again.");
    }
    DockerClient docker = DockerClientFactory.lazyClient();
    try {
      docker.inspectImageCmd(name).exec();
      return Optional.empty();
    } catch (NotFoundException absent) {
      return pulled(docker)
          ? Optional.empty()
          : Optional.of(
              "the image "
                  + name
                  + " is not here and cannot be pulled; docker pull "
                  + name
                  + " says why.");
    }
  }

  /** One attempt: Testcontainers itself tries again for minutes where no registry is reached. */
  private boolean pulled(DockerClient docker) {
    Pull pull = new Pull();
    try (Pull started = docker.pullImageCmd(name).exec(pull)) {
      return started.begins() && started.awaitCompletion(LONGEST_PULL_SECONDS, TimeUnit.SECONDS);
    } catch (DockerException | IOException refused) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A pull that fails at once instead of waiting for a registry that does not answer. */
  private static final class Pull extends ResultCallback.Adapter<PullResponseItem> {
    private final CountDownLatch first = new CountDownLatch(1);

    @Override
    public void onNext(PullResponseItem item) {
      first.countDown();
    }

    @Override
    public void onComplete() {
      first.countDown();
      super.onComplete();
    }

    @Override
    public void onError(Throwable failure) {
      first.countDown();
      super.onError(failure);
    }

    boolean begins() throws InterruptedException {
      return first.await(LONGEST_SILENCE_SECONDS, TimeUnit.SECONDS);
    }
  }
}
