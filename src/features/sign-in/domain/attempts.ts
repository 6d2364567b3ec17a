export const attemptWindowMinutes = 15;
export const maxFailures = { account: 10, address: 100, device: 20 } as const;
export type AttemptKind = keyof typeof maxFailures;

export type Failures = Record<AttemptKind, number>;

/**
 * Whether a sign-in may be tried. A browser that has signed in as this person before is held to its own
 * count alone: strangers who guess at an account, or share its network, must not lock its owner out.
 */
export function mayTry(failures: Failures, isKnownDevice: boolean): boolean {
  if (isKnownDevice) return failures.device < maxFailures.device;
  return failures.account < maxFailures.account && failures.address < maxFailures.address;
}
