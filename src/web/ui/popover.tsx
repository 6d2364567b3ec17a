import { LoadsOnUse } from './loads-on-use.tsx';
import type { PopoverButtonProps } from './popover-loaded.tsx';

type Loaded = typeof import('./popover-loaded.tsx');
let loaded: Loaded | undefined;

async function load(): Promise<void> {
  loaded ??= await import('./popover-loaded.tsx');
}

/** A small surface that explains or asks one thing beside its button. */
export function PopoverButton(props: PopoverButtonProps) {
  return (
    <LoadsOnUse trigger={props.trigger} opens="dialog" load={load} isLoaded={loaded !== undefined}>
      {(opensAtOnce) => loaded && <loaded.PopoverButton {...props} opensAtOnce={opensAtOnce} />}
    </LoadsOnUse>
  );
}
