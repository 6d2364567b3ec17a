import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import type { Platform } from './context.ts';

const absoluteSeconds = 30 * 24 * 3600;

function isHttps(platform: Platform): boolean {
  return platform.baseUrl.protocol === 'https:';
}

/** `__Host-` needs https; over plain http on loopback the cookie goes without. */
export function sessionCookieName(platform: Platform): string {
  return isHttps(platform) ? '__Host-duologue' : 'duologue';
}

export function deviceCookieName(platform: Platform): string {
  return isHttps(platform) ? '__Host-duologue-device' : 'duologue-device';
}

export function cookieOptions(platform: Platform, maxAge = absoluteSeconds): CookieSerializeOptions {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps(platform), maxAge };
}

/** The session's token, or '' where there is none, or none that we could have made. */
export function sessionToken(platform: Platform, request: FastifyRequest): string {
  const token = request.cookies[sessionCookieName(platform)] ?? '';
  return /^[\w-]{43}$/.test(token) ? token : '';
}
