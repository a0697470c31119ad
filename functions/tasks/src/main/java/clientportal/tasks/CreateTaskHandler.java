package clientportal.tasks;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.keys.ClientPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code POST …/tasks}: 201 with the task, 404, 403, 400, 409 {@code archived}, {@code
 * not-shareable}, {@code limit-reached} or {@code conflict}, 422 {@code recipient-not-permitted},
 * {@code account-required}, {@code unknown-reference} or {@code idempotency-key-reused}.
 */
public record CreateTaskHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public CreateTaskHandler() {
    this(TasksModule.fromEnvironment().createTask());
  }

  CreateTaskHandler(CreateTask createTask) {
    this(
        Endpoint.of(request -> {
          CreateTask.Created created =
              createTask.handle(
                  Caller.of(request),
                  ClientPath.of(request),
                  request.body(NewTask::read),
                  Idempotency.of(request));
          return Response.created(created.task().path().toString(), created.view())
              .etag(created.task().revision());
        }));
  }
}
