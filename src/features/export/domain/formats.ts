export const formats = ['pdf', 'md', 'json'] as const;
export type Format = (typeof formats)[number];

export const papers = ['a4', 'letter'] as const;
export type Paper = (typeof papers)[number];

export const mediaTypes: Record<Format, string> = {
  pdf: 'application/pdf',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
};
