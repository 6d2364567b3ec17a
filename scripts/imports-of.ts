import path from 'node:path';
import { parseSync } from 'vite';

export interface Import {
  /** As written. */
  specifier: string;
  /** The path from the root for one of our own files, else null. */
  file: string | null;
  line: number;
}

export interface ParsedFile {
  imports: Import[];
  /** The file does nothing but hand on what other files export. */
  isBarrel: boolean;
}

/** Every import of a TypeScript file, of whichever form: static, dynamic, of types only, re-exports. */
export function importsOf(file: string, text: string): ParsedFile {
  const { module, program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
  const found: { specifier: string; start: number }[] = [];
  for (const { moduleRequest, start } of module.staticImports) {
    found.push({ specifier: moduleRequest.value, start });
  }
  for (const { entries, start } of module.staticExports) {
    for (const { moduleRequest } of entries) {
      if (moduleRequest) found.push({ specifier: moduleRequest.value, start });
    }
  }
  for (const { moduleRequest, start } of module.dynamicImports) {
    const written = text.slice(moduleRequest.start, moduleRequest.end);
    found.push({ specifier: /^(['"`])([^$]*)\1$/.exec(written)?.[2] ?? written, start });
  }
  // `import('./x.ts').T` in a type is in none of the lists above.
  for (const match of text.matchAll(/\bimport\(\s*(['"])(.+?)\1\s*\)(?=\.|\[)/g)) {
    found.push({ specifier: match[2] ?? '', start: match.index });
  }
  const unique = new Map(found.map((entry) => [`${entry.specifier} ${entry.start}`, entry]));
  return {
    imports: [...unique.values()].map(({ specifier, start }) => ({
      specifier,
      file: specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : null,
      line: text.slice(0, start).split('\n').length,
    })),
    isBarrel:
      program.body.length > 0 &&
      program.body.every(
        (node) =>
          node.type === 'ExportAllDeclaration' ||
          (node.type === 'ExportNamedDeclaration' && node.source !== null),
      ),
  };
}
