import { useEffect, useState, useSyncExternalStore } from 'react';
import { call } from '../../../../web/shell/call.ts';
import { useMe } from '../../../../web/shell/session.ts';
import type { Template } from '../../contract.ts';
import { templateRoutes } from '../../contract.ts';
import { keepSavedTemplate } from '../template-queries.ts';
import { shelfOf } from './kept-template.ts';
import { createTemplateSaver } from './template-saver.ts';
import type { Draft, TemplateSaver } from './template-saver.ts';

/** A browser lets a request outlive its page only up to 64 KiB of all such bodies together. */
const keepaliveLimit = 60 * 1024;

/** Autosave of one template: sends when the page goes out of sight, tries again when the network is back. */
export function useTemplateDraft(template: Template): Draft & { saver: TemplateSaver } {
  const { person } = useMe();
  const [saver] = useState(() =>
    createTemplateSaver({
      template,
      shelf: shelfOf(person.id, template.id),
      send: async (body) => {
        const keepalive = new TextEncoder().encode(JSON.stringify(body)).length < keepaliveLimit;
        return call(templateRoutes.saveTemplate, { params: { templateId: template.id }, body, keepalive });
      },
      onSaved: keepSavedTemplate,
    }),
  );
  useEffect(() => listenToPage(saver), [saver]);
  const draft = useSyncExternalStore(saver.subscribe, saver.draft);
  return { ...draft, saver };
}

function listenToPage(saver: TemplateSaver): () => void {
  const hidden = () => {
    if (document.visibilityState === 'hidden') saver.hide();
  };
  const online = () => void saver.flush();
  document.addEventListener('visibilitychange', hidden);
  globalThis.addEventListener('pagehide', saver.hide);
  globalThis.addEventListener('online', online);
  return () => {
    document.removeEventListener('visibilitychange', hidden);
    globalThis.removeEventListener('pagehide', saver.hide);
    globalThis.removeEventListener('online', online);
    // Going to another page of the application is leaving, too.
    saver.hide();
  };
}
