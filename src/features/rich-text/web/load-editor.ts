import { Offline } from '../../../web/shell/call.ts';

export type LoadedEditor = (typeof import('./rich-text-editor-loaded.tsx'))['RichTextEditorLoaded'];

let loaded: LoadedEditor | null = null;

export function editorIfLoaded(): LoadedEditor | null {
  return loaded;
}

export async function loadEditor(): Promise<LoadedEditor> {
  const { RichTextEditorLoaded } = await import('./rich-text-editor-loaded.tsx').catch(() => {
    throw new Offline();
  });
  loaded = RichTextEditorLoaded;
  return loaded;
}

/** When the page has nothing else to do; gives back how to call it off. A failure shows on the first focus. */
export function loadEditorWhenIdle(): () => void {
  const load = () => void loadEditor().catch(() => undefined);
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(load, 2000);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(load, { timeout: 5000 });
  return () => cancelIdleCallback(handle);
}
