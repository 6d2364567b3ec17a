import { Download } from 'lucide-react';
import { buttonClass } from './button-class.ts';
import { cx } from './cx.ts';

/** A file that the server makes; it looks like a button. */
export function DownloadLink({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} download="" className={cx(buttonClass('quiet', 'm'))}>
      <Download size={15} aria-hidden /> {children}
    </a>
  );
}
