/** Makes a forgotten case of a union fail to compile; throws if it is reached all the same. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(value)}`);
}
