import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The interface speaks English; React Aria's words in 33 other languages would weigh more than the components. */
function onlyEnglish(): Plugin {
  const otherLanguage =
    /react-(?:aria|aria-components|stately)\/dist\/private\/(?:.*\/)?intl\/(?:.*\/)?(?!en-US)[a-z]{2}-[A-Z]{2}\.mjs$/;
  return {
    name: 'only-english',
    enforce: 'pre',
    load: { filter: { id: otherLanguage }, handler: () => "export { default } from './en-US.mjs';" },
  };
}

/** The order of the layers must stand before the first of them, whichever stylesheet a page loads first. */
function layerOrder(): Plugin {
  const order = '@layer reset, tokens, base, components, pages;\n';
  return {
    name: 'layer-order',
    enforce: 'pre',
    transform: { filter: { id: /\/src\/.*\.css$/ }, handler: (code) => order + code },
  };
}

/** What describes a route in the API's description is read by the server alone: on every page it would only weigh. */
function withoutSummaries(): Plugin {
  const summary = /\bsummary:\s*(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/g;
  return {
    name: 'without-summaries',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/features\/[\w-]+\/contract\.ts$/ },
      handler: (code) => code.replaceAll(summary, "summary: ''"),
    },
  };
}

export default defineConfig({
  plugins: [onlyEnglish(), layerOrder(), withoutSummaries(), react()],
  publicDir: 'src/web/static',
  css: {
    transformer: 'lightningcss',
    lightningcss: { cssModules: { pattern: '[local]_[hash]' } },
  },
  build: {
    outDir: 'dist',
    // compress-assets.ts removes what is older than the last release; tabs that are open still ask for that one.
    emptyOutDir: false,
    manifest: true,
    target: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    reportCompressedSize: false,
  },
});
