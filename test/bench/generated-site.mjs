import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedLayout } from './generated-layout.mjs';
import { Dice } from './words.mjs';

/** Of a hundred mentions of images so many lead nowhere. */
const MISSING = 3;

/** Bytes of a layout, on average. */
const LAYOUT = 15_000;

/** Pages in a section, those in other pages of it too. */
const SECTION = 60;

/**
 * Writes a site of two languages: sections with pages, pages in pages, drafts, a layout in one page
 * of five, a picture with metadata in each. The same number of pages gives the same site.
 *
 * @param folder a folder that exists and is empty
 * @returns what a measurement has to know of it
 */
export function generateSite(folder, pages) {
  const site = new Site(folder, pages);
  site.settings();
  const sections = Math.ceil(pages / SECTION);
  for (let section = 0; section < sections; section++) site.section(section);
  return { ...site.facts, opened: site.opened(Math.floor(sections / 2)) };
}

class Site {
  facts = { pages: 0, texts: 0, bytes: 0, missing: 0, lastTitle: '', aside: [] };
  #dice = new Dice(7);
  #folder;
  #files;
  #pages;
  #made = new Set();

  constructor(folder, pages) {
    this.#folder = folder;
    this.#files = Array.from({ length: pages }, () => this.#dice.uuid());
    this.#pages = Array.from({ length: pages }, () => this.#dice.uuid());
  }

  settings() {
    const language = (code, isDefault) =>
      `<?php\n\nreturn [\n    'code' => '${code}',\n    'default' => ${isDefault},\n    'name' => '${code}',\n];\n`;
    this.#write('site/languages/fr.php', language('fr', true));
    this.#write('site/languages/de.php', language('de', false));
    this.#write('site/blueprints/site.yml', 'title: Site\nfields:\n  footer:\n    type: text\n');
    this.#write(
      'site/blueprints/files/image.yml',
      'title: Image\nfields:\n  alt:\n    type: text\n',
    );
    this.#write('site/blueprints/pages/section.yml', 'title: Section\n');
    this.#write('site/blueprints/pages/article.yml', blueprint);
    this.#text('content/site.fr.txt', [
      ['Title', 'Mille pages'],
      ['Footer', this.#dice.words(4)],
    ]);
  }

  section(number) {
    const folder = `content/${number + 1}_section-${String(number).padStart(4, '0')}`;
    this.#text(`${folder}/section.fr.txt`, [['Title', `Section ${number}`]]);
    const end = Math.min((number + 1) * SECTION, this.#pages.length);
    let outer = folder;
    for (let page = number * SECTION; page < end; page++) {
      const place = page % SECTION;
      const name = `page-${String(page).padStart(6, '0')}`;
      // Two of three stand in the section, or are its drafts; every third in the page before it.
      const isInside = place % 3 === 2;
      const isDraft = place % 20 === 10;
      const at = isInside
        ? `${outer}/1_${name}`
        : isDraft
          ? `${folder}/_drafts/${name}`
          : `${folder}/${place + 1}_${name}`;
      if (!isInside) outer = at;
      this.#page(at, page);
    }
  }

  /** One more article: what it mentions stands beside it, elsewhere or nowhere, and one field is broken. */
  opened(number) {
    const folder = `content/${number + 1}_section-${String(number).padStart(4, '0')}/99_opened`;
    const near = Array.from({ length: 6 }, () => this.#dice.uuid());
    for (const [index, uuid] of near.entries()) this.#picture(`${folder}/near-${index}.jpg`, uuid);
    const far = Array.from({ length: 6 }, () => this.#dice.of(this.#files));
    const missing = Array.from({ length: 5 }, () => this.#dice.uuid());
    const all = [...near, ...far, ...missing];
    const path = `${folder}/article.fr.txt`;
    const layout = generatedLayout(this.#dice, LAYOUT, () => this.#dice.of([...near, ...far]));
    this.#text(path, [
      ['Title', 'Opened'],
      ['Cover', all.map((uuid) => `- file://${uuid}`).join('\n')],
      ['Text', `${this.#dice.paragraph(1_500)}\n\n(image: near-0.jpg)`],
      ['Layout', layout],
      ['Notes', '[{"attrs":[],"columns":[}]'],
      ['Uuid', this.#dice.uuid()],
    ]);
    return {
      path: join(this.#folder, path),
      folder: join(this.#folder, folder),
      near,
      far,
      missing,
    };
  }

  #page(folder, page) {
    const dice = this.#dice;
    const title = `Page ${page} ${dice.words(3)}`;
    const fields = [
      ['Title', title],
      ['Cover', `- file://${this.#someFile()}`],
      ['Text', `${dice.paragraph(1_500)}\n\n(image: photo-${page}.jpg)\n\n${dice.paragraph(300)}`],
      ['Related', `- page://${dice.of(this.#pages)}`],
      [
        'Date',
        `2026-${String(1 + (page % 12)).padStart(2, '0')}-${String(1 + (page % 28)).padStart(2, '0')}`,
      ],
      ['Tags', `${dice.word()}, ${dice.word()}`],
    ];
    if (page % 5 === 0) {
      const size = LAYOUT * (0.6 + 0.8 * dice.next());
      fields.push(['Layout', generatedLayout(dice, size, () => this.#someFile())]);
    }
    this.#text(`${folder}/article.fr.txt`, [...fields, ['Uuid', this.#pages[page]]]);
    if (page % 3 === 0) {
      this.#text(`${folder}/article.de.txt`, [
        ['Title', title],
        ['Text', dice.paragraph(800)],
      ]);
    }
    this.#picture(`${folder}/photo-${page}.jpg`, this.#files[page]);
    this.facts.pages++;
    this.facts.lastTitle = title;
    if (page % 7 === 0) this.facts.aside.push(join(this.#folder, folder, 'article.fr.txt'));
  }

  #picture(path, uuid) {
    this.#write(path, 'a picture');
    this.#text(`${path}.fr.txt`, [
      ['Alt', this.#dice.words(3)],
      ['Template', 'image'],
      ['Uuid', uuid],
    ]);
  }

  #someFile() {
    if (this.#dice.below(100) >= MISSING) return this.#dice.of(this.#files);
    this.facts.missing++;
    return this.#dice.uuid();
  }

  #text(path, fields) {
    const text = fields.map(([name, value]) => `${name}: ${value}`).join('\n\n----\n\n');
    this.#write(path, text);
    this.facts.texts++;
    this.facts.bytes += Buffer.byteLength(text);
  }

  #write(path, text) {
    const file = join(this.#folder, path);
    const folder = path.slice(0, path.lastIndexOf('/'));
    if (!this.#made.has(folder)) mkdirSync(join(this.#folder, folder), { recursive: true });
    this.#made.add(folder);
    writeFileSync(file, text);
  }
}

const blueprint = `title: Article
fields:
  cover:
    type: files
  text:
    type: textarea
  layout:
    type: layout
    layouts:
      - "1/1"
      - "1/2, 1/2"
      - "1/3, 2/3"
  notes:
    type: layout
  related:
    type: pages
  date:
    type: date
  tags:
    type: tags
`;
