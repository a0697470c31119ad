package clientportal.folders;

import clientportal.access.Caller;
import clientportal.access.DetailsPatch;
import clientportal.access.keys.FolderPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code DELETE …/folders/{folderId}}: 204, even if it is archived already, 404, 403, 412, 409
 * {@code conflict}.
 */
public record ArchiveFolderHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ArchiveFolderHandler() {
    this(FoldersModule.fromEnvironment().updateFolder());
  }

  ArchiveFolderHandler(UpdateFolder updateFolder) {
    this(
        Endpoint.of(request -> {
          updateFolder.handle(
              Caller.of(request),
              FolderPath.of(request),
              DetailsPatch::archive,
              request.precondition());
          return Response.noContent();
        }));
  }
}
