import react from '@vitejs/plugin-react';
import { defineConfig, Visitor, type Plugin } from 'vite';
import { readByServerAlone } from './scripts/read-by-server-alone.ts';

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

/** On every page these would only weigh: a third of all contracts. Their types stay, as TypeScript reads the source. */
function lightContracts(): Plugin {
  const serverAlone = new Set<string>(readByServerAlone);
  return {
    name: 'light-contracts',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/(?:features|shared)\/.*\.ts$/, code: /'zod\/mini'/ },
      handler(code) {
        const dropped: [start: number, end: number][] = [];
        new Visitor({
          CallExpression({ callee, arguments: [route] }) {
            if (callee.type !== 'Identifier' || callee.name !== 'defineRoute') return;
            if (route?.type !== 'ObjectExpression') return;
            for (const part of route.properties) {
              if (part.type !== 'Property' || part.key.type !== 'Identifier') continue;
              if (serverAlone.has(part.key.name)) dropped.push([part.start, part.end]);
            }
          },
        }).visit(this.parse(code, { lang: 'ts' }));
        const light = dropped.reduceRight(
          (rest, [start, end]) => rest.slice(0, start) + rest.slice(end).replace(/^\s*,/, ''),
          code,
        );
        // What only those parts were made of goes with them.
        return light.replaceAll(/\bz\.\w+\(/g, '/* @__PURE__ */ $&');
      },
    },
  };
}

export default defineConfig({
  plugins: [onlyEnglish(), layerOrder(), lightContracts(), react()],
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
