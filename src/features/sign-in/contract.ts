import * as z from 'zod/mini';
import { idSchema } from '../../shared/ids.ts';
import { defineRoute } from '../../shared/routes.ts';
import { emailSchema, personNameSchema } from '../people/contract.ts';

export const minPasswordLength = 12;

/** Long rather than complicated; the top only keeps the hash's cost bounded. */
export const newPasswordSchema = z
  .string()
  .check(z.minLength(minPasswordLength, `At least ${minPasswordLength} characters.`), z.maxLength(200));

const token = z.strictObject({ token: z.string().check(z.regex(/^[\w.-]{20,120}$/)) });

const session = z.object({
  id: idSchema,
  /** What the browser said it was, shortened: "Firefox on Windows". */
  device: z.string(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  /** The one that asks. */
  current: z.boolean(),
});
export type Session = z.infer<typeof session>;

const invitation = z.object({
  /** Null where the invitation creates the first admin. */
  name: z.nullable(z.string()),
  email: z.nullable(z.string()),
  firstAdmin: z.boolean(),
});
export type Invitation = z.infer<typeof invitation>;

const signedIn = z.object({ person: z.object({ id: idSchema, name: z.string() }) });

export const resetPasswordBody = z.strictObject({ password: newPasswordSchema });

export const changePasswordBody = z.strictObject({
  currentPassword: z.string().check(z.maxLength(200)),
  newPassword: newPasswordSchema,
});

export const askAddressChangeBody = z.strictObject({
  email: emailSchema,
  password: z.string().check(z.maxLength(200)),
});

export const signInBody = z.strictObject({
  email: z.string().check(z.maxLength(320)),
  password: z.string().check(z.maxLength(200)),
});

export const askPasswordResetBody = z.strictObject({
  email: z.string().check(z.trim(), z.minLength(1, 'Enter your address.'), z.maxLength(320)),
});

export const acceptInvitationBody = z.strictObject({
  password: newPasswordSchema,
  /** Only for the first admin, whom nobody could name before. */
  name: z.optional(personNameSchema),
  email: z.optional(emailSchema),
});

export const signInRoutes = {
  signIn: defineRoute({
    method: 'POST',
    path: '/api/session',
    summary: 'Sign in; sets the session cookie',
    public: true,
    body: signInBody,
    result: signedIn,
  }),
  signOut: defineRoute({ method: 'DELETE', path: '/api/session', summary: 'Sign out' }),
  listSessions: defineRoute({
    method: 'GET',
    path: '/api/sessions',
    summary: 'My devices',
    result: z.object({ items: z.array(session) }),
  }),
  endSession: defineRoute({
    method: 'DELETE',
    path: '/api/sessions/{sessionId}',
    summary: 'Sign one of my devices out',
    params: z.strictObject({ sessionId: idSchema }),
  }),
  changePassword: defineRoute({
    method: 'PUT',
    path: '/api/password',
    summary: 'Change my password; signs my other devices out',
    body: changePasswordBody,
  }),
  openInvitation: defineRoute({
    method: 'GET',
    path: '/api/invitations/{token}',
    summary: 'Whom an invitation is for',
    public: true,
    params: token,
    result: invitation,
  }),
  acceptInvitation: defineRoute({
    method: 'POST',
    path: '/api/invitations/{token}',
    summary: 'Accept an invitation: choose a password, and be signed in',
    public: true,
    params: token,
    body: acceptInvitationBody,
    result: signedIn,
  }),
  askPasswordReset: defineRoute({
    method: 'POST',
    path: '/api/password-reset',
    summary: 'Mail a link to choose a new password; the same answer whether there is such an address or not',
    public: true,
    body: askPasswordResetBody,
  }),
  openPasswordReset: defineRoute({
    method: 'GET',
    path: '/api/password-reset/{token}',
    summary: 'Whose password a link is for',
    public: true,
    params: token,
    result: z.object({ name: z.string() }),
  }),
  resetPassword: defineRoute({
    method: 'POST',
    path: '/api/password-reset/{token}',
    summary: 'Choose a new password, which ends all sessions, and be signed in',
    public: true,
    params: token,
    body: resetPasswordBody,
    result: signedIn,
  }),
  askAddressChange: defineRoute({
    method: 'POST',
    path: '/api/address-change',
    summary: 'Ask for another address of mine; the old one gets a link that confirms it, good for a day',
    body: askAddressChangeBody,
    result: z.object({ expiresAt: z.string() }),
    status: 201,
  }),
  openAddressChange: defineRoute({
    method: 'GET',
    path: '/api/address-change/{token}',
    summary: 'What a link to confirm an address is about',
    params: token,
    result: z.object({ oldEmail: z.string(), newEmail: z.string() }),
  }),
  confirmAddressChange: defineRoute({
    method: 'POST',
    path: '/api/address-change/{token}',
    summary: 'Confirm the change of my address, from the link that went to the old one',
    params: token,
  }),
};
