import { describe, expect, test } from 'vitest';
import type { TextAddress } from '../../../server/src/features/block-text/address.ts';
import { type OpenedText, textUnder } from '../../../server/src/features/block-text/target.ts';
import { readText, writeText } from '../../../server/src/features/block-text/written.ts';
import { parseContent } from '../../../server/src/kirby/content/parse.ts';
import { applied } from '../../../server/src/kirby/json/text-edit.ts';
import type { RuleContext } from '../../../server/src/rules/rule.ts';
import { contextOf } from '../../support/check.ts';

const files = {
  'site/blueprints/pages/article.yml': `title: Article
fields:
  text:
    type: textarea
  day:
    type: date
  intro:
    type: writer
  blocks:
    type: blocks
  layout:
    type: layout
    settings:
      fields:
        note:
          type: text
  people:
    type: structure
    fields:
      name:
        type: text
      bio:
        type: textarea
`,
};

/** The document without its `|`, and the text under that. */
async function under(
  marked: string,
): Promise<{ readonly context: RuleContext; readonly found: OpenedText | undefined }> {
  const offset = marked.indexOf('|');
  const context = await contextOf(marked.replace('|', ''), { files });
  return { context, found: textUnder(context, offset) };
}

async function opened(
  marked: string,
): Promise<{ readonly context: RuleContext; readonly found: OpenedText }> {
  const { context, found } = await under(marked);
  if (found === undefined) throw new Error('There is no text.');
  return { context, found };
}

const blocks = (...list: readonly string[]): string =>
  `Title: Tea\n\n----\n\nBlocks: [${list.join()}]`;
const heading = (text: string, id = 'h'): string =>
  `{"content":{"level":"h2","text":"${text}"},"id":"${id}","type":"heading"}`;

describe('the text under a cursor', () => {
  test.each([
    ['Text: One (li|nk: two)', 'One (link: two)', 'markdown', 'Text'],
    ['Intro: <p>a</p><p>|b</p>', '<p>a</p>\n<p>b</p>', 'html', 'Intro'],
    [blocks(heading('A <b>|b</b>')), 'A <b>b</b>', 'html', 'heading · Tea'],
    [blocks(heading('Here').replace('level', 'le|vel')), 'Here', 'html', 'heading · Tea'],
    [blocks(heading('Here').replace('heading', 'head|ing')), 'Here', 'html', 'heading · Tea'],
    [
      blocks('{"type":"code","content":{"code":"a\\n|b","language":"js"}}'),
      'a\nb',
      'javascript',
      'code · Tea',
    ],
    [
      blocks('{"type":"code","content":{"code":"|x","language":"no language"}}'),
      'x',
      'plaintext',
      'code · Tea',
    ],
    [blocks('{"type":"markdown","content":{"text":"# |A"}}'), '# A', 'markdown', 'markdown · Tea'],
    [
      blocks('{"type":"quote","content":{"text":"Q","citation":"|C"}}'),
      'C',
      'html',
      'quote citation · Tea',
    ],
    [
      blocks('{"type":"plugins-own","content":{"body":"<p>a</p><p>|b</p>"}}'),
      '<p>a</p>\n<p>b</p>',
      'html',
      'plugins-own body · Tea',
    ],
    ['Layout: [{"attrs":{"note":"T|o do"},"columns":[]}]', 'To do', 'plaintext', 'Note'],
    ['People:\n\n- \n  name: A|da\n  bio: Long', 'Ada', 'plaintext', 'Name'],
    ['Unknown: a t|ext', 'a text', 'markdown', 'unknown'],
  ])('of %j', async (marked, shown, languageId, name) => {
    expect((await opened(marked)).found).toMatchObject({ shown, languageId, name });
  });

  test.each([
    'Day: 20|24-02-01',
    blocks('{"type":"line","content":[],"id":"|a"}'),
    'Title: A\n\n--|--\n\nText: B',
    'Layout: [{"attrs":[],"columns":[{"wi|dth":"1/1","blocks":[]}]}]',
  ])('is none in %j', async (marked) => {
    expect((await under(marked)).found).toBeUndefined();
  });

  test('is found in a file that is in no site', () => {
    const text = `Text: T\n\n----\n\nAnything: [{"type":"text","content":{"text":"<p>a</p>"}}]`;
    const context = { document: parseContent(text), site: undefined, file: undefined };
    expect(textUnder(context, text.indexOf('a</p>'))).toMatchObject({
      shown: '<p>a</p>',
      languageId: 'html',
    });
  });
});

describe('an edit of a text', () => {
  test.each([
    [
      String.raw`Blocks: [{"type":"text","content":{"text":"<p>\u00e9<\/p><p>|b<\/p>"}}]`,
      ['b', 'b "é"'],
      String.raw`Blocks: [{"type":"text","content":{"text":"<p>\u00e9<\/p><p>b \"\u00e9\"<\/p>"}}]`,
    ],
    ['Text: one |two', ['two', 'two\n----\nthree'], 'Text:\n\none two\n\\----\nthree'],
    [
      'People:\n\n- \n  name: A|da\n  bio: Long',
      ['Ada', 'Eva'],
      'People:\n\n- \n  name: Eva\n  bio: Long',
    ],
  ] as const)('of %j is the smallest one', async (marked, [from, to], wanted) => {
    const { context, found } = await opened(marked);
    const after = found.shown.replace(from, to);
    const written = writeText(context, found.address, found.shown, after);
    if (written.kind !== 'edits') throw new Error(written.kind);
    const result = applied(context.document.text, written.edits) ?? '';
    expect(result).toBe(wanted);
    const read = readText(at(context, result), found.address, after);
    expect(read).toMatchObject({ kind: 'found', shown: undefined });
  });

  test('adds nothing for a blank at the end of a field', async () => {
    const { context, found } = await opened('Text: one|');
    expect(writeText(context, found.address, 'one', 'one ')).toMatchObject({ edits: [] });
    expect(readText(context, found.address, 'one \n')).toMatchObject({ shown: undefined });
  });

  test('and one of the document are both kept, or the document counts', async () => {
    const { context, found } = await opened(blocks(heading('one two |three')));
    const now = at(context, context.document.text.replace('one', 'ONE'));
    const both = writeText(now, found.address, found.shown, 'one two 3');
    expect(both).toMatchObject({ kind: 'edits', isMerged: true });
    expect(applied(now.document.text, both.kind === 'edits' ? both.edits : [])).toContain(
      'ONE two 3',
    );
    expect(writeText(now, found.address, found.shown, '1 two three')).toEqual({ kind: 'changed' });
  });
});

describe('a text that moves', () => {
  test('is found by the id of its block', async () => {
    const { context, found } = await opened(blocks(heading('|One', 'a'), heading('Two', 'b')));
    expect(found.key).toBe('[{"id":"a"},"content","text"]');
    const moved = at(
      context,
      blocks(heading('Two', 'b'), heading('New', 'c'), heading('One!', 'a')),
    );
    expect(readText(moved, found.address, found.shown)).toMatchObject({ shown: 'One!' });
    const gone = at(context, blocks(heading('One', 'b')));
    expect(readText(gone, found.address, found.shown)).toEqual({ kind: 'lost' });
    expect(writeText(gone, found.address, found.shown, 'X')).toEqual({ kind: 'lost' });
    expect(readText(context, found.address, found.shown)).toMatchObject({ kind: 'found' });
  });

  test('is found by what it says where it has no id', async () => {
    const people = (...names: readonly string[]): string =>
      `People:\n\n${names.map((name) => `- \n  name: ${name}`).join('\n')}`;
    const { context, found } = await opened(people('Ada', '|Eva'));
    const read = (...names: readonly string[]): unknown =>
      readText(at(context, people(...names)), found.address, found.shown);
    expect(read('Ada', 'Eva')).toMatchObject({ kind: 'found', shown: undefined });
    expect(read('Eva', 'Ada')).toMatchObject({ kind: 'found', shown: undefined });
    expect(read('New', 'Ada', 'Eva')).toMatchObject({
      shown: undefined,
      address: { way: ['people', 2, 'name'] } satisfies Partial<TextAddress>,
    });
    expect(read('Ada', 'Evi')).toMatchObject({ shown: 'Evi' });
    expect(read('Ada')).toEqual({ kind: 'lost' });
    expect(read('New', 'Ada', 'Evi')).toEqual({ kind: 'lost' });
    expect(read('Eva', 'Ada', 'Eva')).toEqual({ kind: 'lost' });
  });
});

function at(context: RuleContext, text: string): RuleContext {
  return { ...context, document: parseContent(text) };
}
