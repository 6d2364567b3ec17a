import type { App } from '../../../server/http/context.ts';
import { serve, serveStream } from '../../../server/http/serve.ts';
import { serveUpload } from '../../../server/http/serve-upload.ts';
import { fileRoutes as routes } from '../contract.ts';
import { largestFile } from '../domain/limits.ts';
import { addFile } from './add-file.ts';
import { listFiles } from './list-files.ts';
import { removeFile } from './remove-file.ts';
import { downloadFile, previewFile } from './send-file.ts';

export function registerFileRoutes(app: App): void {
  const { files, log } = app.platform;
  serve(app, routes.list, async (context, { params }) => listFiles(context, params.oneOnOneId));
  serveUpload(app, routes.add, largestFile, async (upload, { params }) =>
    addFile(upload, files, params.oneOnOneId),
  );
  serveStream(app, routes.download, async (asker, { params }, reply) =>
    downloadFile(asker, files, params, reply),
  );
  serveStream(app, routes.preview, async (asker, { params }, reply) =>
    previewFile(asker, files, params, reply),
  );
  serve(
    app,
    routes.remove,
    async (context, { params }) => removeFile(context, params.oneOnOneId, params.fileId),
    async ({ params }) =>
      // What stays behind the sweep will find.
      files
        .delete(params.fileId)
        .catch((error: unknown) => log?.warn({ err: error }, 'bytes of a file not deleted')),
  );
}
