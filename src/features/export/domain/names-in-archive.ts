import { fileName } from '../../files/domain/file-name.ts';

/** So that a folder and a file in it stay below what every system takes. */
const longest = 100;
/** Windows takes these for devices, whatever their extension. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Gives each its name in one folder, which every system can unpack; no two are the same, whatever their case. */
export function namesInArchive(): (wanted: string) => string {
  const taken = new Set<string>();
  return (wanted) => {
    const { stem, extension } = partsOf(unpackable(wanted));
    for (let at = 1; ; at += 1) {
      const name = `${stem}${at === 1 ? '' : ` (${at})`}${extension}`;
      const key = name.normalize('NFKC').toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return name;
    }
  };
}

function unpackable(wanted: string): string {
  const name = fileName(wanted)
    .replaceAll(/[<>:"|?*/\\]/g, '-')
    .replace(/[. ]+$/, '');
  return device.test(name) || name === '' ? `_${name}` : name;
}

function partsOf(name: string): { stem: string; extension: string } {
  const at = name.lastIndexOf('.');
  const extension = at > 0 && name.length - at <= 20 ? name.slice(at) : '';
  const stem = extension === '' ? name : name.slice(0, at);
  return { stem: Array.from(stem).slice(0, longest).join('').trimEnd(), extension };
}
