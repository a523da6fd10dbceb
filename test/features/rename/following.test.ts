import { expect, test } from 'vitest';
import { type Move, moved, movedTargets } from '../../../server/src/features/rename/move.ts';
import { renaming } from '../../../server/src/features/rename/rename.ts';
import { parseContent } from '../../../server/src/kirby/content/parse.ts';
import { applied } from '../../../server/src/kirby/json/text-edit.ts';
import { findMentions } from '../../../server/src/site/mentions/find.ts';
import { mentions, type MentionTarget } from '../../../server/src/site/mentions/mentions.ts';
import type { Site } from '../../../server/src/site/site.ts';
import { sitePath, type SitePath } from '../../../server/src/site/site-path.ts';
import { Dice } from '../../support/dice.ts';
import { liveSiteFrom } from '../../support/site.ts';

const RUNS = 250;

const blueprint = `fields:
  cover: { type: files }
  related: { type: pages }
  text: { type: textarea }
  writer: { type: writer }
  layout: { type: layout }
  blocks: { type: blocks }
  link: { type: link }
  rows:
    type: structure
    fields:
      image: { type: files }
      pages: { type: pages }
      link: { type: link }
      blocks: { type: blocks }
      text: { type: textarea }
`;

const facts = `fields:
  rows:
    type: structure
    fields:
      image: { type: files }
      page: { type: pages }
      text: { type: textarea }
`;

const pages: Readonly<Record<string, string>> = {
  blog: 'content/1_blog',
  'blog/post': 'content/1_blog/1_post',
  'blog/next': 'content/1_blog/2_next',
  über: 'content/2_über',
  Big: 'content/3_Big',
  'Big/sub': 'content/3_Big/sub',
  new: 'content/_drafts/new',
};

/** Neighbours would begin with the same numbers. */
function diceOf(seed: number): Dice {
  return new Dice(Math.imul(seed + 1, 0x9e3779b1));
}

/** A site in which pages mention one another and files in every syntax. */
class MentioningSite {
  readonly files: Record<string, string> = { 'content/logo.svg': '' };
  readonly #dice: Dice;
  readonly #slash: string;
  readonly #fileIds = ['logo.svg'];
  readonly #pageIds = Object.keys(pages);

  constructor(dice: Dice) {
    this.#dice = dice;
    this.#slash = dice.of(['/', '\\/']);
    const isMultilingual = dice.below(2) === 0;
    const end = isMultilingual ? '.en.txt' : '.txt';
    this.files['site/blueprints/pages/a.yml'] = blueprint;
    this.files['site/blueprints/blocks/facts.yml'] = facts;
    if (isMultilingual) {
      this.files['site/languages/en.php'] = "<?php return ['code' => 'en', 'default' => true];";
      this.files['site/languages/de.php'] = "<?php return ['code' => 'de'];";
      this.files['content/1_blog/1_post/a.de.txt'] = 'Slug: beitrag';
      this.#pageIds.push('blog/beitrag', 'de/blog/next');
    }
    for (const [id, folder] of Object.entries(pages)) {
      const name = dice.of(['p.jpg', 'my photo.jpg', "it's.jpg", 'a+b.pdf', 'été.jpg']);
      this.files[`${folder}/${name}`] = '';
      if (dice.below(2) === 0) this.files[`${folder}/${name}${end}`] = 'Alt: x';
      this.#fileIds.push(name, `${id}/${name}`);
    }
    const lineBreak = dice.of(['\n', '\r\n']);
    for (const folder of Object.values(pages)) {
      const fields = new Map(
        Array.from({ length: 4 }, () => this.#field()).map((field) => [field.split(':')[0], field]),
      );
      const text = [...fields.values()].join('\n\n----\n\n');
      this.files[`${folder}/a${end}`] = text.replaceAll('\n', lineBreak);
    }
  }

  #file(): string {
    return this.#dice.of(this.#fileIds);
  }

  #page(): string {
    return this.#dice.of(this.#pageIds);
  }

  #item(text: string): string {
    const quote = text.includes("'") ? '"' : this.#dice.of(['', '"', "'"]);
    return `- ${quote}${text}${quote}`;
  }

  #kirbytext(): string {
    const [file, page] = [this.#file(), this.#page()];
    return this.#dice.of([
      `(image: ${file} alt: ${file} link: ${this.#file()})`,
      `(video: ${file} poster: ${this.#file()})`,
      `(link: ${page} text: ${page}) (file: ${file})`,
      `[x](/${page}#top) ${page}`,
      `<a href="/${page}?a=b">${file}</a>`,
    ]);
  }

  #block(depth = 0): unknown {
    const { [this.#dice.below(depth < 2 ? 5 : 4)]: block } = [
      { type: 'image', content: { image: [this.#file()], link: `/${this.#page()}` } },
      { type: 'text', content: { text: `<p><a href="/${this.#page()}">x</a></p>` } },
      { type: 'markdown', content: { text: this.#kirbytext() } },
      { type: 'facts', content: { rows: this.#facts() } },
      depth < 2 && { type: 'nest', content: { items: this.#json([this.#block(depth + 1)]) } },
    ];
    return block;
  }

  /** Rows in a block: as the Panel writes them, or as a text of YAML or JSON, as they were imported. */
  #facts(): unknown {
    const rows = [{ image: [this.#file()], page: [this.#page()], text: this.#kirbytext() }];
    return this.#dice.of([
      rows,
      this.#json(rows),
      `- image:\n    ${this.#item(this.#file())}\n  page: ${this.#page()}\n  text: ${this.#yamlText(2)}\n`,
    ]);
  }

  #yamlText(indent: number): string {
    const text = this.#kirbytext();
    return this.#dice.of([
      text,
      `'${text.replaceAll("'", "''")}'`,
      JSON.stringify(text),
      `|\n${' '.repeat(indent + 2)}${text}`,
      `>\n${' '.repeat(indent + 2)}${text}`,
    ]);
  }

  #json(value: unknown): string {
    const text = JSON.stringify(value).replaceAll('/', this.#slash);
    return this.#dice.below(2) === 0
      ? text
      : text.replace(/[\u0080-\uffff]/g, (character) => {
          return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
        });
  }

  #field(): string {
    const row = [
      `image:\n    ${this.#item(this.#file())}`,
      `pages: [${this.#page()}, ${this.#page()}]`,
      `link: /${this.#page()}`,
      `text: ${this.#yamlText(2)}`,
      `blocks: '${this.#json([this.#block()]).replaceAll("'", "''")}'`,
    ];
    return this.#dice.of([
      `Cover:\n\n${this.#item(this.#file())}\n${this.#item(this.#file())}`,
      `Related:\n\n${this.#item(this.#page())}\n${this.#item(this.#page())}`,
      `Text: ${this.#kirbytext()} ${this.#kirbytext()}`,
      `Writer: <p><a href="/${this.#page()}">x</a></p>`,
      `Layout: ${this.#json([{ attrs: {}, columns: [{ blocks: [this.#block()] }] }])}`,
      `Blocks: ${this.#json([this.#block(), this.#block()])}`,
      `Link: ${this.#page()}`,
      `Rows:\n\n- \n  ${row.join('\n  ')}`,
      `Unknown: ${this.#file()}`,
    ]);
  }

  /** A page or a file that gets another name or another place. */
  move(): Move | undefined {
    const dice = this.#dice;
    const files = Object.keys(this.files).filter((path) => /\.(?:jpg|pdf|svg)$/.test(path));
    const isPage = dice.below(2) === 0;
    const from = dice.of(isPage ? Object.values(pages) : files);
    const own = from.slice(from.lastIndexOf('/') + 1);
    const name = dice.of(
      isPage ? ['ren', '9_ren', 'Ünder', "o'k"] : [own, own, 'ren.jpg', 'x y.jpg', "o'k.jpg"],
    );
    const folder = dice.of([from.slice(0, from.lastIndexOf('/')), 'content/3_Big/sub', 'content']);
    const to = `${folder}/${name}`;
    const isPossible = this.files[to] === undefined && !to.startsWith(`${from}/`);
    return isPossible ? { from: sitePath(from), to: sitePath(to) } : undefined;
  }
}

function pathOf(target: MentionTarget): SitePath {
  return target.kind === 'page'
    ? target.folder
    : sitePath(target.kind === 'file' ? target.path : '');
}

function targetsIn(site: Site, path: SitePath, text: string): readonly SitePath[] {
  const file = site.contentFile(path);
  return file === undefined
    ? []
    : mentions(parseContent(text), site, file).map(({ target }) => pathOf(target));
}

test('whatever is mentioned is mentioned after a move as well', { timeout: 60_000 }, async () => {
  let changed = 0;
  for (let seed = 0; seed < RUNS; seed++) {
    const given = new MentioningSite(diceOf(seed));
    const move = given.move();
    if (move === undefined) continue;
    const { live } = await liveSiteFrom(given.files);
    const found = await findMentions(live, movedTargets(live.site, [move]));
    const { moves, edits, refused } = renaming(live.site, [move], found);
    const texts = new Map(
      edits.map(({ path, document, edits: inFile }) => [path, applied(document.text, inFile)]),
    );
    const after = (path: string): SitePath => moved(sitePath(path), [move, ...moves]);
    const files = Object.entries(given.files).map(([path, text]): [SitePath, string] => [
      after(path),
      texts.get(sitePath(path)) ?? text,
    ]);
    const { site } = (await liveSiteFrom(Object.fromEntries(files))).live;
    for (const [path, text] of Object.entries(given.files)) {
      if (!path.endsWith('.txt') || refused.includes(sitePath(path))) continue;
      const before = targetsIn(live.site, sitePath(path), text).map(after);
      const news = [...targetsIn(site, after(path), texts.get(sitePath(path)) ?? text)];
      // A name that led nowhere may lead somewhere by now.
      const kept = before.filter((target) => {
        const at = news.indexOf(target);
        if (at >= 0) news.splice(0, at + 1);
        return at >= 0;
      });
      expect(kept, `${seed}: ${path}\n${text}`).toEqual(before);
    }
    changed += texts.size;
  }
  expect(changed).toBeGreaterThan(RUNS);
});
