package clientportal.folders;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.keys.ClientPath;
import clientportal.access.records.Folder;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code POST …/folders}: 201 with the folder, 404, 403, 400, 409 {@code limit-reached} or {@code
 * conflict}, 422 {@code idempotency-key-reused}.
 */
public record CreateFolderHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public CreateFolderHandler() {
    this(FoldersModule.fromEnvironment().createFolder());
  }

  CreateFolderHandler(CreateFolder createFolder) {
    this(
        Endpoint.of(request -> {
          Folder folder =
              createFolder.handle(
                  Caller.of(request),
                  ClientPath.of(request),
                  request.body(NewFolder::read),
                  Idempotency.of(request));
          return Response.created(
                  folder.path().toString(), FolderView.forStaff(folder, folder.createdAt()).json())
              .etag(folder.revision());
        }));
  }
}
