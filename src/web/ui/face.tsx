import { cx } from './cx.ts';
import styles from './face.module.css';
import { usePicture } from './pictures.ts';

interface FaceProps {
  name: string;
  /** The voice: me, the other of the pair, or a third person. */
  as: 'mine' | 'theirs' | 'ink';
  size?: 's' | 'm' | 'l';
  /** With it, their picture is shown where there is one. */
  personId?: string;
}

/** A picture, or initials. Its name stands beside it, so screen readers skip it. */
export function Face({ name, as, size = 's', personId }: FaceProps) {
  const picture = usePicture(personId);
  return (
    <span aria-hidden="true" className={cx(styles.face, styles[as], size !== 's' && styles[size])}>
      {picture === undefined ? initials(name) : <img src={picture} alt="" />}
    </span>
  );
}

/** A face with its name. */
export function PersonName({ name, as, size = 's', ...more }: FaceProps) {
  return (
    <span className={styles.person}>
      <Face name={name} as={as} size={size} {...more} />
      {name}
    </span>
  );
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const letters =
    words.length > 1 ? [lettersOf(words[0])[0], lettersOf(words.at(-1))[0]] : lettersOf(words[0]).slice(0, 2);
  return letters.join('').toLocaleUpperCase() || '?';
}

function lettersOf(word = ''): string[] {
  return Array.from(new Intl.Segmenter().segment(word), ({ segment }) => segment);
}
