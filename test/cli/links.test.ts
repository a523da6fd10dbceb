import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, kirbyAuthor } from './command-line.ts';

const blueprint = { 'site/blueprints/pages/article.yml': 'fields:\n  cover:\n    type: files\n' };
const page = 'Title: Page\n\n----\n\nCover:\n\n- photo.jpg\n- absent.jpg\n\n----\n\nUuid: one';

/** What `check` says, as `PATH CODE` a line. */
async function checked(folder: string): Promise<readonly string[]> {
  const { output, errors } = await kirbyAuthor(['check', '--format', 'json'], { folder });
  expect(errors).toBe('');
  const { problems } = JSON.parse(output) as { problems: { path: string; code: string }[] };
  return problems.map(({ path: file, code }) => `${file} ${code}`);
}

/** A link to a folder; on Windows a junction, which everybody may make. */
function link(target: string, name: string): void {
  mkdirSync(path.dirname(name), { recursive: true });
  symlinkSync(target, name, 'junction');
}

describe('links on the disk', () => {
  test('the content may lie elsewhere', async () => {
    const shared = folderWith({
      'content/site.txt': 'Title: Site',
      'content/1_page/article.txt': page,
      'content/1_page/photo.jpg': '',
    });
    const site = folderWith(blueprint);
    link(path.join(shared, 'content'), path.join(site, 'content'));
    expect(await checked(site)).toEqual(['content/1_page/article.txt missing-file']);
  });

  test('so may the folder of a page', async () => {
    const shared = folderWith({ 'article.txt': page, 'photo.jpg': '' });
    const site = folderWith({ ...blueprint, 'content/site.txt': 'Title: Site' });
    link(shared, path.join(site, 'content/1_page'));
    expect(await checked(site)).toEqual(['content/1_page/article.txt missing-file']);
  });

  test('circles end, and no page is found in itself', async () => {
    const site = folderWith({
      ...blueprint,
      'content/site.txt': 'Title: Site',
      'content/1_page/article.txt': page,
      'content/1_page/photo.jpg': '',
      'content/2_next/article.txt': 'Title: Next\n\n----\n\nUuid: two',
    });
    link(path.join(site, 'content'), path.join(site, 'content/1_page/1_all'));
    link(path.join(site, 'content/1_page'), path.join(site, 'content/1_page/2_itself'));
    link(site, path.join(site, 'content/2_next/1_site'));
    link(site, path.join(site, 'site/blueprints/again'));
    expect(await checked(site)).toEqual(['content/1_page/article.txt missing-file']);
  });
});
