package clientportal.folders;

import clientportal.access.Caller;
import clientportal.access.DetailsPatch;
import clientportal.access.keys.FolderPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import clientportal.platform.http.Shape;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code PATCH …/folders/{folderId}}: 200 with the folder, 404, 403, 400, 412, 409 {@code
 * archived}.
 */
public record UpdateFolderHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public UpdateFolderHandler() {
    this(FoldersModule.fromEnvironment().updateFolder());
  }

  UpdateFolderHandler(UpdateFolder updateFolder) {
    this(
        Endpoint.of(request -> {
          UpdateFolder.Changed changed =
              updateFolder.handle(
                  Caller.of(request),
                  FolderPath.of(request),
                  request.body(input -> DetailsPatch.read(input, Shape.name(120))),
                  request.precondition());
          return Response.ok(FolderView.forStaff(changed.folder(), changed.at()).json())
              .etag(changed.folder().revision());
        }));
  }
}
