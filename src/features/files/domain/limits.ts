/** 10 MiB a file. */
export const largestFile = 10 * 1024 * 1024;
/** In one one-on-one. */
export const mostFiles = 100;
