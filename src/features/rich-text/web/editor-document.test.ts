import { getSchema } from '@tiptap/core';
import { Node as EditorNode } from '@tiptap/pm/model';
import type { ContentMatch, Mark, NodeType } from '@tiptap/pm/model';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPlainText } from '../domain/plain-text.ts';
import { richTextArbitrary } from '../../../../test/support/arbitrary-rich-text.ts';
import { maxListDepth, richTextSchema } from '../domain/rich-text.ts';
import { fromEditor, toEditor } from './editor-document.ts';
import { editorExtensions } from './editor-extensions.ts';

const schema = getSchema(editorExtensions(''));

type Draw = <T>(values: readonly T[]) => T;

const attributes: Record<string, readonly unknown[]> = {
  level: [1, 2, 3],
  checked: [true, false],
  start: [1, 0, 12],
  href: ['https://example.org', 'mailto:a@example.org'],
};
const impossible: Record<string, readonly unknown[]> = {
  level: [0, 4, null, 'h1'],
  checked: [null, 'true', 1],
  start: [Number.NaN, -3, 1e20, null, '7', 1.5],
  href: ['javascript:alert(1)', ' https://a.b', '/a', null, `https://${'a'.repeat(3000)}`, 'ftp://a.b'],
};

function attrsOf(
  type: { spec: { attrs?: object | undefined } },
  draw: Draw,
  values: Record<string, readonly unknown[]>,
) {
  return Object.fromEntries(
    Object.keys(type.spec.attrs ?? {}).map((name) => [name, draw(values[name] ?? [])]),
  );
}

/** Any node that the editor's own grammar allows; written without a look at what is stored. */
function anyNode(
  type: NodeType,
  draw: Draw,
  values: Record<string, readonly unknown[]>,
  depth = 0,
): EditorNode {
  const marks = type.isInline ? marksOf(draw, values) : [];
  if (type.isText) return schema.text(draw(['word', ' ', 'été', '🙂', 'a\nb']), marks);
  const children: EditorNode[] = [];
  let match: ContentMatch | null = type.contentMatch;
  while (match && children.length < 4 && !(match.validEnd && draw([true, false]))) {
    const edges: NodeType[] = Array.from({ length: match.edgeCount }, (_, at) => at).flatMap(
      (at) => match?.edge(at).type ?? [],
    );
    const open =
      depth > 6 ? edges.filter((edge) => edge.isInline || edge.isTextblock || !match?.validEnd) : edges;
    if (open.length === 0) break;
    const child = draw(open);
    children.push(anyNode(child, draw, values, depth + 1));
    match = match.matchType(child);
  }
  return type.create(attrsOf(type, draw, values), children, marks);
}

function marksOf(draw: Draw, values: Record<string, readonly unknown[]>): readonly Mark[] {
  let marks: readonly Mark[] = [];
  for (const type of Object.values(schema.marks)) {
    if (draw([true, false])) marks = type.create(attrsOf(type, draw, values)).addToSet(marks);
  }
  return marks;
}

const editorDocument = (values: Record<string, readonly unknown[]>) =>
  fc.gen().map((gen) => {
    const draw: Draw = <T>(all: readonly T[]) => all[gen(fc.nat, all.length - 1)] as T; // never past the end
    return anyNode(schema.topNodeType, draw, values);
  });

describe('what the editor holds and what is stored', () => {
  it('know the same nodes and marks', () => {
    expect(Object.keys(schema.nodes).sort()).toEqual([
      'bulletList',
      'doc',
      'hardBreak',
      'heading',
      'listItem',
      'orderedList',
      'paragraph',
      'taskItem',
      'taskList',
      'text',
    ]);
    expect(Object.keys(schema.marks).sort()).toEqual(['bold', 'italic', 'link']);
  });

  it('stores every document that the editor can hold, as it is', () => {
    fc.assert(
      fc.property(editorDocument(attributes), (node) => {
        node.check();
        const json: unknown = JSON.parse(JSON.stringify(node.toJSON()));
        expect(richTextSchema.parse(json)).toEqual(json);
        expect(fromEditor(node.toJSON())).toEqual(json);
      }),
    );
  });

  it('stores the words of a document with attributes that only a paste could bring', () => {
    fc.assert(
      fc.property(editorDocument(impossible), (node) => {
        const stored = richTextSchema.parse(fromEditor(node.toJSON()));
        const letters = (text: string) => text.replaceAll(/[^\p{L}\p{So}]/gu, '');
        expect(letters(toPlainText(stored).replaceAll('[x]', ''))).toBe(
          letters(node.textBetween(0, node.content.size)),
        );
      }),
    );
  });

  it('opens every stored document in the editor, and stores the same words again', () => {
    fc.assert(
      fc.property(richTextArbitrary, (stored) => {
        const node = EditorNode.fromJSON(schema, toEditor(stored));
        node.check();
        const again = fromEditor(node.toJSON());
        expect(richTextSchema.parse(again)).toEqual(again);
        expect(toPlainText(again)).toBe(toPlainText(stored));
        expect(fromEditor(EditorNode.fromJSON(schema, toEditor(again)).toJSON())).toEqual(again);
      }),
    );
  });

  it('opens a document without blocks', () => {
    const node = EditorNode.fromJSON(schema, toEditor({ type: 'doc', content: [] }));
    expect(() => node.check()).not.toThrow();
    expect(fromEditor(node.toJSON())).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] });
  });

  it('keeps the words of lists that are nested too deep', () => {
    let content: object[] = [{ type: 'paragraph', content: [{ type: 'text', text: 'deep' }] }];
    for (let level = 0; level < maxListDepth + 5; level += 1) {
      content = [{ type: 'paragraph' }, { type: 'bulletList', content: [{ type: 'listItem', content }] }];
    }
    const stored = richTextSchema.parse(fromEditor({ type: 'doc', content }));
    expect(toPlainText(stored)).toContain('deep');
  });
});
