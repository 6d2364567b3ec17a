import type { ChainedCommands, Editor } from '@tiptap/core';
import { Bold, Heading1, Heading2, Italic, Link2, List, ListChecks, ListOrdered } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { Toolbar, ToolbarToggle } from '../../../web/ui/toolbar.tsx';
import styles from './rich-text-editor.module.css';

interface Tool {
  label: string;
  /** As the editor's own keys, with + between. */
  keys: string;
  Icon: LucideIcon;
  isOn: (editor: Editor) => boolean;
  run: (chain: ChainedCommands) => ChainedCommands;
}

const heading = (level: 1 | 2): Pick<Tool, 'isOn' | 'run'> => ({
  isOn: (editor) => editor.isActive('heading', { level }),
  run: (chain) => chain.toggleNode('heading', 'paragraph', { level }),
});

const tools: readonly Tool[] = [
  {
    label: 'Bold',
    keys: 'Mod+B',
    Icon: Bold,
    isOn: (editor) => editor.isActive('bold'),
    run: (chain) => chain.toggleBold(),
  },
  {
    label: 'Italic',
    keys: 'Mod+I',
    Icon: Italic,
    isOn: (editor) => editor.isActive('italic'),
    run: (chain) => chain.toggleItalic(),
  },
  { label: 'Heading', keys: 'Mod+Alt+1', Icon: Heading1, ...heading(1) },
  { label: 'Small heading', keys: 'Mod+Alt+2', Icon: Heading2, ...heading(2) },
  {
    label: 'List',
    keys: 'Mod+Shift+8',
    Icon: List,
    isOn: (editor) => editor.isActive('bulletList'),
    run: (chain) => chain.toggleBulletList(),
  },
  {
    label: 'Numbered list',
    keys: 'Mod+Shift+7',
    Icon: ListOrdered,
    isOn: (editor) => editor.isActive('orderedList'),
    run: (chain) => chain.toggleOrderedList(),
  },
  {
    label: 'Checklist',
    keys: 'Mod+Shift+9',
    Icon: ListChecks,
    isOn: (editor) => editor.isActive('taskList'),
    run: (chain) => chain.toggleTaskList(),
  },
];

const isApple = /Mac|iP(?:hone|ad|od)/.test(navigator.platform);
const appleKeys: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' };

function keysText(keys: string): string {
  const parts = keys.split('+');
  return isApple
    ? parts.map((part) => appleKeys[part] ?? part).join('')
    : parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)).join(' ');
}

export function RichTextToolbar({ editor, onLink }: { editor: Editor; onLink: () => void }) {
  const on = useOn(editor);
  return (
    <>
      <Toolbar label="Format">
        {tools.map(({ label, keys, Icon, run }) => (
          <ToolbarToggle
            key={label}
            label={label}
            shortcut={keysText(keys)}
            isOn={on.includes(label)}
            onPress={() => run(editor.chain().focus()).run()}
          >
            <Icon size={16} aria-hidden />
          </ToolbarToggle>
        ))}
        <ToolbarToggle label="Link" shortcut={keysText('Mod+K')} isOn={on.includes('Link')} onPress={onLink}>
          <Link2 size={16} aria-hidden />
        </ToolbarToggle>
      </Toolbar>
      <span className={styles.hint}>Esc to leave</span>
    </>
  );
}

/** The labels of the tools that apply where the cursor is. */
function useOn(editor: Editor): string[] {
  const snapshot = () =>
    [
      ...tools.filter((tool) => tool.isOn(editor)).map((tool) => tool.label),
      editor.isActive('link') && 'Link',
    ]
      .filter(Boolean)
      .join('|');
  const subscribe = (listener: () => void) => {
    editor.on('transaction', listener);
    return () => void editor.off('transaction', listener);
  };
  return useSyncExternalStore(subscribe, snapshot).split('|');
}
