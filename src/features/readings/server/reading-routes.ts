import type { App } from '../../../server/http/context.ts';
import { serveProgram } from '../../../server/http/serve-program.ts';
import { serveUpload } from '../../../server/http/serve-upload.ts';
import { serve, serveRead, serveStream } from '../../../server/http/serve.ts';
import { attachmentHeader } from '../../files/domain/file-name.ts';
import { largestImport, readingRoutes as routes } from '../contract.ts';
import { addReadings } from './add-readings.ts';
import { exportReadings, streamOf } from './readings-file-reach.ts';
import { findReading } from './find-reading.ts';
import { importReadings } from './import-readings.ts';
import { removeReading } from './remove-reading.ts';

export function registerReadingRoutes(app: App): void {
  serveProgram(app, routes.addReadings, async (context, { body }) => addReadings(context, body.readings));
  serveRead(app, routes.findReading, {
    load: async (db, { params }) => findReading(db, params),
    present: (reading) => reading,
  });
  serve(app, routes.removeReading, async (context, { params }) => removeReading(context, params));
  serveUpload(app, routes.importReadings, largestImport, async (upload, { query }) =>
    importReadings(upload, {
      apply: query.apply === 'true',
      decimal: query.decimal && (query.decimal === 'comma' ? ',' : '.'),
    }),
  );
  serveStream(app, routes.exportReadings, async (asker, { params, query }, reply) => {
    const { result } = await asker.read(async (db) =>
      exportReadings(db, params.personId, query.kpiId ?? null),
    );
    void reply.header('content-disposition', attachmentHeader(result.name));
    return streamOf(result.text);
  });
}
