import { sql } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import type { Profile } from '../contract.ts';
import { maxPictureSize, pictureType } from '../domain/picture-type.ts';
import { openProfile } from './open-profile.ts';

/** The type is what the bytes say; nothing that could run is kept. */
export async function setPicture(context: Context, base64: string): Promise<Profile> {
  const { db, viewer, now } = context;
  // It stands in the picture's address, which browsers keep: never the same twice, also after a removal.
  const version = Math.floor(now.getTime() / 1000);
  const image = Buffer.from(base64, 'base64');
  const type = pictureType(image);
  if (type === null || image.length > maxPictureSize) {
    throw problem('invalid', {
      errors: [{ path: 'image', message: 'Send a PNG, JPEG or WebP picture of at most 256 KiB.' }],
    });
  }
  await db.run(sql`
    insert into person_picture (person_id, type, image, version) values (${viewer.id}, ${type}, ${image}, ${version})
    on conflict (person_id) do update
      set type = excluded.type, image = excluded.image, version = greatest(excluded.version, person_picture.version + 1)`);
  return openProfile(context);
}

export async function removePicture(context: Context): Promise<Profile> {
  const { db, viewer } = context;
  await db.run(sql`delete from person_picture where person_id = ${viewer.id}`);
  return openProfile(context);
}
