import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../../../server/src/kirby/json/value.ts';
import { parseContent } from '../../../server/src/kirby/content/parse.ts';
import { type MappedText, plainText } from '../../../server/src/kirby/text/mapped-text.ts';
import { contains, slice, type Span } from '../../../server/src/kirby/text/span.ts';
import { readYaml, type YamlHandler } from '../../../server/src/kirby/yaml/read.ts';
import {
  outerOf,
  type YamlNode,
  type YamlScalar,
  yamlTree,
  yamlValue,
} from '../../../server/src/kirby/yaml/tree.ts';
import { sharedFolder } from '../../support/shared.ts';
import { both } from './both-engines.ts';
import { yamlTexts } from './yaml-texts.ts';

const handlers = ['spyc', 'symfony'] as const;

describe('where values stand', () => {
  test.each<[handler: YamlHandler, text: string, written: readonly string[]]>([
    ['spyc', '- a.jpg\n- "b c.jpg" # x', ['a.jpg', 'b c.jpg']],
    ['symfony', '- a.jpg\n- "b c.jpg" # x', ['a.jpg', 'b c.jpg']],
    ['spyc', '- \n  text: x\n  "a: b": y z', ['text=', 'x', 'a: b=', 'y z']],
    ['symfony', '- \n  text: x\n  "a: b": y z', ['text=', 'x', 'a: b=', 'y z']],
    ['spyc', '- list:\n    - x\n  b: c', ['list=', 'x', 'b=', 'c']],
    ['spyc', 'a:\nb: ""', ['a=', '', 'b=', '']],
    ['symfony', 'a:\nb: ""', ['a=', '', 'b=', '']],
    ['spyc', 'a: [x, "y, z", {b: 1}]', ['a=', 'x', 'y, z', 'b=', '1']],
    ['symfony', 'a: [x, "y, z", {b: 1}]', ['a=', 'x', 'y, z', 'b=', '1']],
    ['spyc', 'a: [x,\r\n  z\r\n]\r\nb: c', ['a=', 'x', 'z', 'b=', 'c']],
    ['symfony', 'a: [x,\r\n  z\r\n]\r\nb: c', ['a=', 'x', 'z', 'b=', 'c']],
    ['spyc', 'a: |\n  x\n    y\n\n  z\nb: 1', ['a=', 'x\n    y\n\n  z', 'b=', '1']],
    ['symfony', 'a: |\n  x\n    y\n\n  z\nb: 1', ['a=', 'x\n    y\n\n  z', 'b=', '1']],
    ['spyc', '- - x\n- - - z', ['x', 'z']],
    ['spyc', 'a: one &x\nb: *x', ['a=', 'one', 'b=', '']],
    ['symfony', '- &x one\n- *x', ['one', '*x']],
    ['spyc', '\uFEFFjust text', ['just text']],
    ['symfony', '\uFEFFjust text', ['just text']],
  ])('%s: %j', (handler, text, written) => {
    const found: string[] = [];
    const walk = (node: YamlNode): void => {
      if (node.kind === 'scalar') found.push(slice(text, node.span));
      if (node.kind === 'list') node.items.forEach(walk);
      if (node.kind === 'map') {
        for (const { keySpan, value } of node.entries) {
          found.push(`${slice(text, keySpan)}=`);
          walk(value);
        }
      }
    };
    walk(rootOf(plainText(text, 0), handler));
    expect(found).toEqual(written);
  });

  test.each<[handler: YamlHandler, text: string, part: string, written: string]>([
    ['spyc', `- 'it''s "here" now'`, "it's", "it''s"],
    ['symfony', `- 'it''s "here" now'`, "it's", "it''s"],
    ['spyc', '- "a \\"b\\" (image: x.jpg)"', 'x.jpg', 'x.jpg'],
    ['symfony', '- "a \\"b\\" \\u00e9 (image: x.jpg)"', 'é', '\\u00e9'],
    ['symfony', '- "a \\"b\\" \\u00e9 (image: x.jpg)"', 'x.jpg', 'x.jpg'],
    ['spyc', '- |\n  a\n\n    b (image: x.jpg)\n  c', 'x.jpg', 'x.jpg'],
    ['symfony', '- |\n  a\n\n    b (image: x.jpg)\n  c', '  b', '  b'],
    ['spyc', '- >\n  a b\n  c x.jpg\n  d', 'b c x', 'b\n  c x'],
    ['symfony', '- >\n  a b\n  c x.jpg\n  d', 'b c x', 'b\n  c x'],
    ['symfony', '- a b\n  c x.jpg', 'x.jpg', 'x.jpg'],
    ['symfony', '- "a b\r\n  c x.jpg"', 'x.jpg', 'x.jpg'],
    // Spyc loses the quotation marks, and nobody knows where.
    ['spyc', "- ['it''s x']", 's', "'it''s x'"],
  ])('%s: parts of %j', (handler, text, wanted, written) => {
    const [scalar] = scalarsIn(rootOf(plainText(text, 0), handler));
    const start = scalar?.text?.text.indexOf(wanted) ?? -1;
    expect(start).toBeGreaterThanOrEqual(0);
    const span = scalar?.text?.toSource({ start, end: start + wanted.length });
    expect(span && slice(text, span)).toBe(written);
  });

  test.each<[handler: YamlHandler, text: string, place: string, message: string]>([
    ['spyc', 'x: y\na: b: c', 'b: c', 'Too many keys: b: c'],
    ['spyc', 'a: b: |\n  c', 'b: |', 'Too many keys: b:'],
    ['symfony', 'x: y\na: @c\nd: e', '@', 'Plain value cannot start with reserved character @'],
    ['symfony', 'a: 1\r\na: 2', 'a', 'Duplicate key "a" detected.'],
    ['symfony', '- 2020-13-01', '2020-13-01', 'The date …'],
    ['symfony', '- *x', '*x', 'Reference "x" does not exist.'],
  ])('%s: what is refused in %j', (handler, text, place, message) => {
    const tree = yamlTree(plainText(text, 0), handler);
    expect(tree.ok).toBe(false);
    if (tree.ok) return;
    expect(slice(text, tree.span)).toBe(place);
    expect(tree.message.startsWith(message.replace('…', ''))).toBe(true);
  });

  test('are places in the file', () => {
    const text =
      'Title: A\n\n----\n\nCover:\n\n- x: "b c.jpg"\n- x: |\n    a\n    \\----\n    b.jpg';
    const value = parseContent(text).fields[1]?.value ?? plainText('', 0);
    for (const handler of handlers) {
      const [first, second] = scalarsIn(rootOf(value, handler));
      expect(first && slice(text, first.span)).toBe('b c.jpg');
      const start = second?.text?.text.indexOf('b.jpg') ?? -1;
      const span = second?.text?.toSource({ start, end: start + 5 });
      expect(span && slice(text, span)).toBe('b.jpg');
    }
  });
});

describe('Spyc tells', () => {
  test('what a comment takes away', () => {
    const text = '# note\n- https://a.test#top \n- "#"';
    const tree = yamlTree(plainText(text, 0), 'spyc');
    expect(tree.ok && tree.cuts.map((span) => slice(text, span))).toEqual(['#top']);
  });

  test.each<
    [text: string, losses: readonly (readonly [kind: string, value: JsonValue, line: string])[]]
  >([
    ['- a\n - b', [['replaced', 'a', '- b']]],
    ['a: x\n  b: y', [['replaced', 'x', 'b: y']]],
    ['- \n  a: b', []],
    ['a:\n- x\n- y\nb: c', [['beside', 'x', '- x']]],
    ['- a:\n  - x\n  - y', [['beside', 'x', '- x']]],
    ['- a:\n    - x', []],
    ['a: x\nmore', []],
  ])('what the indentation of %j takes away', (text, losses) => {
    const tree = yamlTree(plainText(text, 0), 'spyc');
    expect(
      tree.ok &&
        tree.losses.map(({ kind, node, line }) => [kind, yamlValue(node), slice(text, line)]),
    ).toEqual(losses);
  });
});

describe('the tree says what the reader says', () => {
  test.each(both)('%j', (text) => {
    for (const handler of handlers) checkTree(plainText(text, 0), handler);
  });

  test.each(handlers)('%s, whatever the text is', (handler) => {
    fc.assert(
      fc.property(yamlTexts, (text) => {
        checkTree(plainText(text, 0), handler);
      }),
      { numRuns: 1000 },
    );
  });
});

const sites = sharedFolder('sites');

describe.skipIf(sites === undefined)('the tree of the fields of shared/sites', () => {
  const names = sites === undefined ? [] : readdirSync(path.join(sites, '_kirby-answers'));

  test.each(names)('says what the reader says: %s', (name) => {
    const answer = readFileSync(path.join(sites ?? '', '_kirby-answers', name), 'utf8');
    const { txt } = JSON.parse(answer) as { readonly txt: Readonly<Record<string, unknown>> };
    for (const file of Object.keys(txt)) {
      const text = readFileSync(path.join(sites ?? '', path.basename(name, '.json'), file), 'utf8');
      for (const { value } of parseContent(text).fields) {
        if (!/^-\s|^\w+:\s/.test(value.text)) continue;
        for (const handler of handlers) checkTree(value, handler, text);
      }
    }
  });
});

/** Holds a tree against the reader and its spans against the text. */
function checkTree(source: MappedText, handler: YamlHandler, text = source.text): void {
  const read = readYaml(source.text, handler);
  const tree = yamlTree(source, handler);
  if (!tree.ok || !read.ok) {
    expect(tree.ok).toBe(read.ok);
    if (!tree.ok && !read.ok) expect(tree.message).toBe(read.message);
    if (!tree.ok) checkSpan(tree.span, { start: 0, end: text.length });
    return;
  }
  expect(yamlValue(tree.root)).toEqual(read.value);
  const whole = source.toSource({ start: 0, end: source.text.length });
  for (const node of nodesIn(tree.root)) {
    checkSpan(outerOf(node), whole);
    if (node.kind === 'scalar') checkScalar(node, text);
  }
}

function checkSpan(span: Span, whole: Span): void {
  expect(span.start).toBeLessThanOrEqual(span.end);
  if (!contains(whole, span)) expect(span).toEqual(whole);
}

function checkScalar({ value, style, span, outer, text }: YamlScalar, source: string): void {
  expect(contains(outer, span)).toBe(true);
  expect(text?.text).toBe(typeof value === 'string' ? value : undefined);
  if (text === undefined) return;
  const whole = text.toSource({ start: 0, end: text.text.length });
  if (text.text !== '') expect(contains(outer, whole)).toBe(true);
  if (style !== 'plain') return;
  // Spyc takes empty quotation marks and the names of anchors out of a line, wherever they are.
  const written = slice(source, span);
  const isWhole = written.replace(/\r?\n[ \t]*/g, ' ').includes(text.text);
  if (!/''|""|[&*]|\n/.test(written)) expect(isWhole).toBe(true);
  // A word leads back to itself, unless nothing is known.
  for (const { 0: word, index } of text.text.matchAll(/\w+/g)) {
    const place = text.toSource({ start: index, end: index + word.length });
    const isBlurred = place.start === span.start && place.end === span.end;
    if (!isBlurred) expect(slice(source, place)).toBe(word);
  }
}

function rootOf(source: MappedText, handler: YamlHandler): YamlNode {
  const tree = yamlTree(source, handler);
  if (!tree.ok) throw new Error(tree.message);
  return tree.root;
}

function scalarsIn(root: YamlNode): readonly YamlScalar[] {
  return nodesIn(root).filter((node) => node.kind === 'scalar');
}

function nodesIn(node: YamlNode): readonly YamlNode[] {
  switch (node.kind) {
    case 'scalar':
      return [node];
    case 'list':
      return [node, ...node.items.flatMap(nodesIn)];
    case 'map':
      return [node, ...node.entries.flatMap(({ value }) => nodesIn(value))];
  }
}
