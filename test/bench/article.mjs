import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = new URL(
  '../fixtures/magazine/content/magazines/1_reparer-ensemble/1_avant-propos/article.txt',
  import.meta.url,
);

/** The example site's main article, where it stands, and the folder of its site. */
export const articlePath = fileURLToPath(path);
export const sitePath = fileURLToPath(new URL('../fixtures/magazine', import.meta.url));

/** The article with its layout repeated `times` times, each copy with ids of its own. */
export function article(times) {
  const text = readFileSync(path, 'utf8');
  return text.replace(/^Layout: (\[.*\])$/mu, (_all, layout) => {
    const copies = Array.from({ length: times }, (_, copy) =>
      layout
        .slice(1, -1)
        .replace(
          /"id":"([0-9a-f]{8})/gu,
          (_id, head) =>
            `"id":"${((Number.parseInt(head, 16) + copy) >>> 0).toString(16).padStart(8, '0')}`,
        ),
    );
    return `Layout: [${copies.join(',')}]`;
  });
}
