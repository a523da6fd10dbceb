import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { textUnder } from '../../server/src/features/block-text/target.ts';
import { writeText } from '../../server/src/features/block-text/written.ts';
import { readableContent } from '../../server/src/features/layout-document/readable-content.ts';
import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { applied } from '../../server/src/kirby/json/text-edit.ts';
import { folderWith, kirbyAuthor } from './command-line.ts';

const layout = String.raw`[{"attrs":[],"columns":[{"blocks":[{"content":{"text":"<p>Un \u00e9t\u00e9 sans lampe ici<\/p><p>Et puis<\/p>"},"id":"b1","isHidden":false,"type":"text"}],"id":"c1","width":"1\/1"}],"id":"r1"}]`;
const text = `Title: One\n\n----\n\nLayout: ${layout}\n\n----\n\nTags: a, b`;
const readable = `Title: One

----

Layout:

<row id="r1">
  <column 1/1 id="c1">
    <text id="b1">
      <p>Un été sans lampe ici</p>
      <p>Et puis</p>
    </text>
  </column>
</row>

----

Tags: a, b
`;

describe('textconv', () => {
  const folder = folderWith({
    'a.txt': text,
    'crlf.txt': `\uFEFF${text.replaceAll('\n', '\r\n')}`,
  });

  test.each(['a.txt', 'crlf.txt'])('prints %s as it is read', async (file) => {
    const { code, output } = await kirbyAuthor(['textconv', file], { folder });
    expect({ code, output }).toEqual({ code: 0, output: readable });
  });

  test('leaves JSON that cannot be read as it stands', () => {
    const broken = 'Layout: [{"columns":}]\n\n----\n\nTitle: a\n';
    expect(readableContent(broken)).toBe(broken);
  });

  test('keeps the bytes of a file that is no UTF-8, so that its changes are seen', async () => {
    const latin1 = folderWith({ 'a.txt': Buffer.from('Title: Zo\xEB', 'latin1') });
    const { output } = await kirbyAuthor(['textconv', 'a.txt'], { folder: latin1 });
    expect(output).toBe('Title: Zo\xEB');
  });

  test.each([
    ['no file', [], 'Name one content file.'],
    ['a file that is not there', ['none.txt'], 'The file none.txt cannot be read.'],
  ])('cannot run with %s', async (_, args, message) => {
    const { code, errors } = await kirbyAuthor(['textconv', ...args], { folder });
    expect({ code, errors }).toEqual({ code: 2, errors: `kirby-author textconv: ${message}\n` });
  });
});

/** The recipe of `docs/git.md`, with the git of this machine. */
describe('a word that is changed in the tab of a block', () => {
  const folder = folderWith({
    'content/home/home.txt': text,
    '.gitattributes': 'content/**/*.txt diff=kirby\n',
  });
  const file = path.join(folder, 'content', 'home', 'home.txt');
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: path.join(folder, 'none'),
        GIT_CONFIG_NOSYSTEM: '1',
      },
    });
  /** The words that `git diff --word-diff` marks. */
  const words = (...args: readonly string[]): readonly string[] =>
    git('diff', '--word-diff', ...args).match(/\[-.*?-\]|\{\+.*?\+\}/gu) ?? [];

  beforeAll(async () => {
    const cli = path.join(folder, 'cli.cjs');
    const main = fileURLToPath(new URL('../../server/src/cli/main.ts', import.meta.url));
    await build({
      entryPoints: [main],
      outfile: cli,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      mainFields: ['module', 'main'],
      define: { KIRBY_AUTHOR_VERSION: '"1.2.3"' },
      logLevel: 'silent',
    });
    git('init', '-q');
    git('add', 'content', '.gitattributes');
    git('commit', '-qm', 'One');
    git('config', 'diff.kirby.textconv', `"${process.execPath}" "${cli}" textconv`);
    const document = parseContent(readFileSync(file, 'utf8'));
    const context = { document, site: undefined, file: undefined };
    const opened = textUnder(context, text.indexOf('lampe'));
    if (opened === undefined) throw new Error('There is a text.');
    const { address, shown } = opened;
    const written = writeText(context, address, shown, shown.replace('lampe', 'écran'));
    if (written.kind !== 'edits') throw new Error(written.kind);
    writeFileSync(file, applied(document.text, written.edits) ?? '');
  }, 60_000);

  test('is all that git shows, in readable text', () => {
    expect(words()).toEqual(['[-lampe-]', '{+écran+}']);
    expect(git('diff')).toContain('+      <p>Un été sans écran ici</p>\n');
  });

  test('is all that git shows without the recipe, too', () => {
    expect(words('--no-textconv')).toEqual(['[-lampe-]', String.raw`{+\u00e9cran+}`]);
  });
});
