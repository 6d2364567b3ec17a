import type { ReactNode } from 'react';
import { assertNever } from '../../../shared/assert-never.ts';
import { isAllowedHref } from '../domain/rich-text.ts';
import type { RichText, RichTextBlock, RichTextInline, RichTextMark } from '../domain/rich-text.ts';
import { headingTag } from './heading-tag.ts';
import styles from './rich-text.module.css';

/** What somebody wrote, to be read. The markup is the editor's own, so that both look alike. */
export function RichTextReader({ doc }: { doc: RichText }) {
  return <div className={styles.prose}>{doc.content.map(drawBlock)}</div>;
}

function drawBlock(block: RichTextBlock, key: number): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return <p key={key}>{drawInlines(block.content)}</p>;
    case 'heading': {
      const Tag = headingTag(block.attrs.level);
      return <Tag key={key}>{drawInlines(block.content)}</Tag>;
    }
    case 'bulletList':
      return <ul key={key}>{block.content.map(drawItem)}</ul>;
    case 'orderedList':
      return (
        <ol key={key} start={block.attrs?.start ?? 1}>
          {block.content.map(drawItem)}
        </ol>
      );
    case 'taskList':
      return (
        <ul key={key} data-type="taskList">
          {block.content.map(({ attrs: { checked }, content }, at) => (
            <li key={at} data-checked={checked}>
              <span data-box="">
                <i />
                <span className={styles.said}>{checked ? 'Done: ' : 'To do: '}</span>
              </span>
              <div>{content.map(drawBlock)}</div>
            </li>
          ))}
        </ul>
      );
    default:
      return assertNever(block);
  }
}

function drawItem({ content }: { content: RichTextBlock[] }, key: number): ReactNode {
  return <li key={key}>{content.map(drawBlock)}</li>;
}

/** An empty line keeps its height, as it does in the editor. */
function drawInlines(inlines: readonly RichTextInline[] = []): ReactNode {
  const last = inlines.at(-1);
  return (
    <>
      {inlines.map((inline, key) =>
        inline.type === 'hardBreak' ? (
          <br key={key} />
        ) : (
          <span key={key}>{(inline.marks ?? []).reduceRight<ReactNode>(drawMark, inline.text)}</span>
        ),
      )}
      {(last === undefined || last.type === 'hardBreak') && <br />}
    </>
  );
}

function drawMark(words: ReactNode, mark: RichTextMark): ReactNode {
  switch (mark.type) {
    case 'bold':
      return <strong>{words}</strong>;
    case 'italic':
      return <em>{words}</em>;
    case 'link':
      // Stored links have been checked already; what is drawn from a device's own store has not.
      if (!isAllowedHref(mark.attrs.href)) return words;
      return (
        <a href={mark.attrs.href} target="_blank" rel="noopener noreferrer">
          {words}
        </a>
      );
    default:
      return assertNever(mark);
  }
}
