import { describe, expect, test } from 'vitest';
import { findRoots } from '../../server/src/site/roots.ts';
import { MemoryFileSystem } from '../support/memory-file-system.ts';

/** The sites of a workspace as `FOLDER: CONTENT, SITE`. */
async function found(
  files: Readonly<Record<string, string>>,
  contentFolder = '',
): Promise<readonly string[]> {
  const sites = await findRoots(new MemoryFileSystem(files), { contentFolder });
  return sites.map(({ folder, roots }) => `${folder}: ${roots.content}, ${roots.site}`);
}

const start = '<?php require __DIR__ . "/kirby/bootstrap.php"; echo (new Kirby)->render();';

describe('a site is found by what only Kirby has', () => {
  test.each<readonly [string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'blueprints',
      { 'content/home/home.txt': '', 'site/blueprints/pages/home.yml': '' },
      [': content, site'],
    ],
    [
      'several parts of site/',
      { 'content/a/a.txt': '', 'site/config/config.php': '', 'site/templates/a.php': '' },
      [': content, site'],
    ],
    ['Kirby beside it', { 'content/a/a.txt': '', 'kirby/bootstrap.php': '' }, [': content, site']],
    [
      'a script that starts Kirby',
      { 'index.php': start, 'content/a/a.txt': '' },
      [': content, site'],
    ],
    ['site.txt in the content', { 'content/site.txt': 'Title: x' }, [': content, site']],
    ['site.txt of a language', { 'content/site.de.txt': 'Title: x' }, [': content, site']],
    [
      'a content that is all there is',
      { 'site.txt': 'Title: x', '1_a/article.txt': 'Title: a' },
      [': , site'],
    ],
    ['a site deeper down', { 'work/client/content/site.txt': '' }, ['work/client: content, site']],
    [
      'several sites',
      { 'a/content/site.txt': '', 'b/content/site.txt': '', 'a/site/blueprints/site.yml': '' },
      ['a: content, site', 'b: content, site'],
    ],
  ])('%s', async (_name, files, sites) => {
    expect(await found(files)).toEqual(sites);
  });
});

describe('what has a content folder without being Kirby’s is no site', () => {
  test.each<readonly [string, Readonly<Record<string, string>>]>([
    ['Hugo', { 'hugo.toml': '', 'content/notes.txt': '', 'content/posts/a.md': '' }],
    ['Nuxt', { 'nuxt.config.ts': '', 'content/notes.txt': '' }],
    [
      'a built site beside a content',
      { 'content/notes.txt': '', 'site/index.html': '', 'site/css/a.css': '' },
    ],
    ['a sitemap', { 'content/sitemap.txt': '' }],
    ['a PHP project', { 'index.php': '<?php echo "new Kirbyish";', 'content/notes.txt': '' }],
    ['a lone site.txt', { 'site.txt': 'Title: x', 'notes/a.md': '' }],
    [
      'what is installed',
      { 'node_modules/x/content/site.txt': '', 'vendor/x/content/site.txt': '' },
    ],
    ['nothing', {}],
  ])('%s', async (_name, files) => {
    expect(await found(files)).toEqual([]);
  });
});

describe('roots are read from the script that starts Kirby', () => {
  test('a public folder, and a storage folder beside it', async () => {
    const script = `<?php
      include __DIR__ . '/../kirby/bootstrap.php';
      $kirby = new Kirby([
        'roots' => [
          'index'    => __DIR__,
          'base'     => $base    = dirname(__DIR__),
          'content'  => $base . '/content',
          'site'     => $base . '/site',
          'storage'  => $storage = $base . '/storage',
          'accounts' => $storage . '/accounts',
          'cache'    => $storage . '/cache',
        ],
      ]);
      echo $kirby->render();`;
    const sites = await findRoots(
      new MemoryFileSystem({ 'public/index.php': script, 'content/home/home.txt': '' }),
    );
    expect(sites).toEqual([
      {
        folder: '',
        roots: expect.objectContaining({
          content: 'content',
          site: 'site',
          accounts: 'storage/accounts',
          blueprints: 'site/blueprints',
        }) as unknown,
      },
    ]);
  });

  test.each([
    [
      'variables',
      `$base = dirname(__DIR__); $kirby = new Kirby(['roots' => ['content' => $base . '/data/pages', 'site' => $base . '/app']]);`,
      ': data/pages, app',
    ],
    [
      'the old array syntax',
      `$kirby = new Kirby(array('roots' => array('content' => dirname(__FILE__) , 'site' => __DIR__ . '/../site')));`,
      ': content, site',
    ],
    [
      'a class with its namespace',
      `use Kirby\\Cms\\App; $kirby = new App(['roots' => ['index' => __DIR__ . '/..', 'content' => dirname(__DIR__, 1) . '/storage/content']]);`,
      ': storage/content, site',
    ],
    ['no roots at all', `echo (new Kirby)->render();`, ': content, site'],
    [
      'what only PHP can tell',
      `echo (new Kirby(['roots' => ['content' => getenv('CONTENT')]]))->render();`,
      ': content, site',
    ],
  ])('%s', async (_name, code, expected) => {
    const files = {
      'web/index.php': `<?php ${code}`,
      'content/home/home.txt': '',
      'storage/content/home/home.txt': '',
      'data/pages/home/home.txt': '',
    };
    expect(await found(files)).toEqual([expected]);
  });

  test('roots outside of the workspace are not followed', async () => {
    const code = `<?php new Kirby(['roots' => ['content' => dirname(__DIR__, 3) . '/content']]);`;
    expect(await found({ 'public/index.php': code, 'content/home/home.txt': '' })).toEqual([
      ': content, site',
    ]);
  });
});

describe('the author’s setting counts alone', () => {
  test.each([
    [
      'storage/content',
      { 'storage/content/a/a.txt': '', 'site/blueprints/site.yml': '' },
      ': storage/content, site',
    ],
    [
      './sites/one/pages/',
      { 'sites/one/site/blueprints/site.yml': '' },
      ': sites/one/pages, sites/one/site',
    ],
    ['content', {}, ': content, site'],
  ])('%s', async (contentFolder, files, expected) => {
    expect(await found(files, contentFolder)).toEqual([expected]);
  });

  test('outside of the workspace folder it counts for nothing', async () => {
    expect(await found({ 'content/site.txt': '' }, '../content')).toEqual([': content, site']);
  });
});

test('a workspace without end is given up in time', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 3000 }, (_, index) => [`folder-${index}/a/b/c.txt`, '']),
  );
  const disk = new MemoryFileSystem(files);
  expect(await findRoots(disk)).toEqual([]);
  expect(disk.reads).toBeLessThan(1000);
});
