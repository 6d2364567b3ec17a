import type { App } from '../../../server/http/context.ts';
import { serve } from '../../../server/http/serve.ts';
import { commentRoutes as routes } from '../contract.ts';
import { addComment } from './add-comment.ts';
import { changeComment } from './change-comment.ts';
import { listComments } from './list-comments.ts';
import { removeComment } from './remove-comment.ts';
import { reopenComments } from './reopen-thread.ts';
import { resolveComments } from './resolve-comments.ts';

export function registerCommentRoutes(app: App): void {
  serve(app, routes.list, async (context, { params }) => listComments(context, params.oneOnOneId));
  serve(app, routes.add, async (context, { params, body }) => addComment(context, params.oneOnOneId, body));
  serve(app, routes.change, async (context, { params, body }) =>
    changeComment(context, params.oneOnOneId, params.commentId, body),
  );
  serve(app, routes.remove, async (context, { params }) =>
    removeComment(context, params.oneOnOneId, params.commentId),
  );
  serve(app, routes.resolve, async (context, { params }) =>
    resolveComments(context, params.oneOnOneId, params.itemId),
  );
  serve(app, routes.reopen, async (context, { params }) =>
    reopenComments(context, params.oneOnOneId, params.itemId),
  );
}
