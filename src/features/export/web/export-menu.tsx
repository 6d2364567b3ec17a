import { Braces, Download, FileText, Printer, ScrollText } from 'lucide-react';
import { addressOf } from '../../../web/shell/call.ts';
import { queryClient } from '../../../web/shell/queries.ts';
import { IconButton } from '../../../web/ui/icon-button.tsx';
import { MenuButton, MenuItem, MenuLine } from '../../../web/ui/menu.tsx';
import { exportRoutes as routes } from '../contract.ts';
import type { Format } from '../domain/formats.ts';
import { paperHere as paper } from './paper-here.ts';

/** Takes the record along: as a document, or on paper. */
export default function ExportMenu({ oneOnOneId }: { oneOnOneId: string }) {
  const at = (format: Format) => addressOf(routes.oneOnOne.path, { oneOnOneId }, { format, paper });
  return (
    <MenuButton
      label="Export"
      trigger={
        <IconButton size="s" label="Export or print">
          <Download size={15} aria-hidden />
        </IconButton>
      }
    >
      <MenuItem icon={<FileText size={15} aria-hidden />} href={at('pdf')} download="">
        PDF
      </MenuItem>
      <MenuItem
        icon={<ScrollText size={15} aria-hidden />}
        href={at('md')}
        download=""
        hint="To keep with other notes"
      >
        Markdown
      </MenuItem>
      <MenuItem icon={<Braces size={15} aria-hidden />} href={at('json')} download="" hint="For programs">
        JSON
      </MenuItem>
      <MenuLine />
      <MenuItem icon={<Printer size={15} aria-hidden />} onAction={() => void printWhole()}>
        Print
      </MenuItem>
    </MenuButton>
  );
}

/** What loads only when one comes near it comes now, and the paper waits for it. */
async function printWhole(): Promise<void> {
  globalThis.dispatchEvent(new Event('beforeprint'));
  let calm = 0;
  for (let tries = 0; tries < 50 && calm < 3; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const isArriving = document.querySelector('[data-arriving]') !== null || queryClient.isFetching() > 0;
    calm = isArriving ? 0 : calm + 1;
  }
  globalThis.print();
}
