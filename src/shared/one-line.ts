import * as z from 'zod/mini';

/**
 * What makes text a name: one line, as it is seen. Nothing invisible, no space of another kind and no other way to write a
 * letter makes two names look the same.
 */
export const oneLine = [
  z.normalize('NFC'),
  z.overwrite<string>((name) => name.replaceAll(/\p{Zs}+/gu, ' ')),
  z.trim(),
  z.minLength(1, 'Enter a name.'),
  z.refine<string>(
    (name) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name),
    'Leave out line breaks and invisible characters.',
  ),
] as const;
