import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findPhp } from '../../client/src/site-preview/find-php.ts';
import { findSite } from '../../client/src/site-preview/find-site.ts';
import { PhpServer } from '../../client/src/site-preview/php-server.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const php = await findPhp('');
if (php === undefined) console.log('skipped: there is no PHP on this machine');

/** A checkout of the real Kirby, where there is one. */
const kirby = process.env['KIRBY_DIR'];

describe.skipIf(php === undefined)('the site in PHP', () => {
  let temporary = '';
  let keeper = '';
  let site = '';
  let server: PhpServer | undefined;

  beforeAll(() => {
    temporary = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'kirby-author-php-')));
    keeper = path.join(temporary, 'keeper.cjs');
    buildSync({
      entryPoints: [path.join(root, 'client/src/site-preview/php-keeper.ts')],
      outfile: keeper,
      bundle: true,
      platform: 'node',
      format: 'cjs',
    });
  });
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });
  afterAll(() => {
    rmSync(temporary, { recursive: true, force: true });
  });

  /** A copy of the fixture, changed as a test likes. */
  const copy = (change: (folder: string) => void = () => undefined): string => {
    site = mkdtempSync(path.join(temporary, 'site-'));
    cpSync(path.join(root, 'test/fixtures/site-preview'), site, { recursive: true });
    change(site);
    return site;
  };
  const start = async (folder: string, seconds = 10): Promise<PhpServer> => {
    const router = path.join(root, 'media/site-preview/router.php');
    const index = await findSite(path.join(folder, 'content', 'site.txt'), folder);
    if (php === undefined || index === undefined) throw new Error('There is no site.');
    server = await PhpServer.start({ php, root: index, router, keeper, seconds });
    await server.show({});
    return server;
  };
  const file = (name: string): string => path.join(site, ...name.split('/'));
  const write = (name: string, text: string): void => {
    mkdirSync(path.dirname(file(name)), { recursive: true });
    writeFileSync(file(name), text);
  };
  const pageOf = async (running: PhpServer, name: string): Promise<string> => {
    const answer = await running.where(file(name));
    if ('failure' in answer) throw new Error(answer.failure.message);
    return (await fetch(running.withToken(answer.url))).text();
  };

  test('shows unsaved text, of other pages too, and leaves the folder as it is', async () => {
    const before = snapshot(copy());
    const running = await start(site);
    expect(await pageOf(running, 'content/home/note.txt')).toContain('<h1>Willkommen</h1>');
    await running.show({
      [file('content/home/note.txt')]: 'Title: Noch nicht gesichert\n',
      [file('content/1_shop/note.txt')]: 'Title: Auch der Laden\n',
    });
    expect(await pageOf(running, 'content/home/note.txt')).toContain(
      '<h1>Noch nicht gesichert</h1>',
    );
    expect(await pageOf(running, 'content/1_shop/note.txt')).toContain('<h1>Auch der Laden</h1>');
    await running.show({});
    expect(await pageOf(running, 'content/home/note.txt')).toContain('<h1>Willkommen</h1>');
    expect(snapshot(site)).toEqual(before);
  });

  test('keeps in memory what a template saves', async () => {
    copy(() => undefined);
    write(
      'site/templates/note.php',
      `<?php $page->update(['title' => 'Anders']) ?><body><?= $page->content()['title'] ?></body>`,
    );
    const before = snapshot(site);
    expect(await pageOf(await start(site), 'content/home/note.txt')).toContain('Anders');
    expect(snapshot(site)).toEqual(before);
  });

  test('marks blocks by their id, and brings the script that finds them', async () => {
    const html = await pageOf(await start(copy()), 'content/home/note.txt');
    expect(html).toMatch(/<!--kb:b3f1c2--><p>Ein Anfang<\/p>\s*<!--\/kb:b3f1c2-->/);
    expect(html).toContain("kirbyAuthor: 'loaded'");
    execFileSync(process.execPath, ['--check', path.join(root, 'media/site-preview/frame.js')]);
  });

  test('lets nobody in without the token or by another name', async () => {
    const running = await start(copy());
    const home = running.withToken(`${running.origin}/`);
    expect((await fetch(`${running.origin}/`)).status).toBe(403);
    expect((await fetch(`${running.origin}/assets/site.css`)).status).toBe(403);
    expect((await fetch(`${home}0`)).status).toBe(403);
    expect(await statusFor(home, 'rebinding.example')).toBe(403);
    expect(await statusFor(home, new URL(home).host)).toBe(200);
  });

  test('lets in what the page itself asks for, and hides the token from the site', async () => {
    const running = await start(copy());
    const home = running.withToken(`${running.origin}/?size=2`);
    const answer = await fetch(home);
    const token = new URL(home).searchParams.get('_kirby_author') ?? '';
    const html = await answer.text();
    expect(html).not.toContain(token);
    expect(html).toContain('/?size=2');
    expect(html).toContain(`href="${running.origin}/assets/site.css"`);
    const style = `${running.origin}/assets/site.css`;
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    const withCookie = await fetch(style, { headers: { cookie } });
    expect(withCookie.headers.get('content-type')).toMatch(/^text\/css/);
    expect((await fetch(style, { headers: { referer: home } })).status).toBe(200);
  });

  test('sends no content, no PHP and nothing hidden', async () => {
    copy(() => undefined);
    write('.env', 'SECRET=1');
    write('tool.php', '<?php echo "tool";');
    const running = await start(site);
    const names = [
      'content/home/note.txt',
      'Content/home/note.txt',
      'site/templates/note.php',
      '.env',
      'tool.php',
    ];
    for (const name of [...names, 'assets/../.env', 'assets/%2e%2e/content/home/note.txt']) {
      const text = await (await fetch(running.withToken(`${running.origin}/${name}`))).text();
      expect(text, name).toContain('Not here');
    }
  });

  test('ends a page that computes without end, and the next one is there', async () => {
    copy(() => undefined);
    write('site/templates/note.php', '<body><?php while (true) { $x = 1; }');
    const running = await start(site, 1);
    const html = await pageOf(running, 'content/home/note.txt');
    expect(html).toContain('Maximum execution time');
    expect(html).toContain(`${file('site/templates/note.php')}:1`);
    write('site/templates/note.php', '<body>Wieder da</body>');
    expect(await pageOf(running, 'content/home/note.txt')).toContain('Wieder da');
  });

  test('starts anew after a page that waits without end', async () => {
    copy(() => undefined);
    write('site/templates/note.php', '<body><?php set_time_limit(0); sleep(600);');
    const running = await start(site);
    const hanging = pageOf(running, 'content/home/note.txt').catch(() => 'ended');
    await vanishes(() => running.answers(300));
    const { pid } = running;
    await running.restart();
    expect(await hanging).toBe('ended');
    expect(running.pid).not.toBe(pid);
    expect(isThere(pid)).toBe(false);
    write('site/templates/note.php', '<body>Wieder da</body>');
    expect(await pageOf(running, 'content/home/note.txt')).toContain('Wieder da');
  });

  test('says where the PHP of the site is broken', async () => {
    copy(() => undefined);
    write('site/templates/note.php', '<body>\n<?php if (true {');
    const running = await start(site);
    const html = await pageOf(running, 'content/home/note.txt');
    expect(html).toContain(`${file('site/templates/note.php')}:2`);
    expect(html).toContain(`"kirbyAuthor":"error"`);
    write('site/templates/note.php', '<body>\n\n<?= $missing ?>');
    expect(await pageOf(running, 'content/home/note.txt')).toContain('note.php:3');
    write(
      'index.php',
      '<?php\nrequire __DIR__ . "/kirby/bootstrap.php";\nthrow new Exception("Kein Strom");',
    );
    expect(await running.where(file('content/home/note.txt'))).toEqual({
      failure: { message: 'Kein Strom', file: file('index.php'), line: 3 },
    });
  });

  test('shows drafts, which others may not see', async () => {
    const running = await start(copy());
    expect(await running.where(file('content/_drafts/idea/note.txt'))).toMatchObject({
      id: 'idea',
      draft: true,
    });
    expect(await pageOf(running, 'content/_drafts/idea/note.txt')).toContain('<h1>Skizze</h1>');
    const bare = await fetch(running.withToken(`${running.origin}/idea`));
    expect(bare.status).toBe(404);
  });

  test('shows the language of the file', async () => {
    copy(() => undefined);
    write('site/languages/de.php', '<?php return ["code" => "de"];');
    write('site/languages/en.php', '<?php return ["code" => "en"];');
    renameSync(file('content/home/note.txt'), file('content/home/note.de.txt'));
    write('content/home/note.en.txt', 'Title: Welcome\n');
    const running = await start(site);
    expect(await running.where(file('content/home/note.en.txt'))).toMatchObject({ language: 'en' });
    expect(await pageOf(running, 'content/home/note.en.txt')).toContain('<h1>Welcome</h1>');
    expect(await pageOf(running, 'content/home/note.de.txt')).toContain('<h1>Willkommen</h1>');
  });

  test('follows roots in index.php, Kirby in vendor and an App by its full name', async () => {
    copy((folder) => {
      mkdirSync(path.join(folder, 'public'));
      mkdirSync(path.join(folder, 'vendor'));
      renameSync(path.join(folder, 'kirby'), path.join(folder, 'vendor', 'kirby'));
    });
    rmSync(file('index.php'));
    write('vendor/autoload.php', `<?php require __DIR__ . '/kirby/bootstrap.php';`);
    write(
      'public/index.php',
      `<?php
      require dirname(__DIR__) . '/vendor/autoload.php';
      $base = dirname(__DIR__);
      $kirby = new Kirby\\Cms\\App(['roots' => ['index' => __DIR__, 'content' => $base . '/content', 'site' => $base . '/site']]);
      echo $kirby->render();`,
    );
    const before = snapshot(site);
    const running = await start(site);
    await running.show({ [file('content/home/note.txt')]: 'Title: Im Editor\n' });
    // Without the sub class the address of the site is its own; the page is the same.
    const answer = await running.where(file('content/home/note.txt'));
    expect(answer).toMatchObject({ id: 'home' });
    const html = await (await fetch(running.withToken(`${running.origin}/`))).text();
    expect(html).toContain('<h1>Im Editor</h1>');
    expect(snapshot(site)).toEqual(before);
  });

  test('is gone with its folder when it is closed', async () => {
    const running = await start(copy());
    const { pid } = running;
    expect(isThere(pid)).toBe(true);
    const folders = temporaryFolders();
    await running.close();
    expect(isThere(pid)).toBe(false);
    expect(temporaryFolders().length).toBe(folders.length - 1);
  });

  test('does not come back when it is closed while a page is awaited', async () => {
    copy(() => undefined);
    write('site/templates/note.php', '<body><?php set_time_limit(0); sleep(600);');
    const running = await start(site);
    const hanging = pageOf(running, 'content/home/note.txt').catch(() => 'ended');
    await vanishes(() => running.answers(300));
    // As whoever waits for the page does once it is clear that none comes.
    const again = hanging.then(() => running.restart());
    await running.close();
    await again;
    expect(running.pid).toBeUndefined();
    expect(await running.answers(300)).toBe(false);
  });

  test('does not come back when it is closed while it starts anew', async () => {
    const running = await start(copy());
    const again = running.restart();
    await running.close();
    await again;
    expect(running.pid).toBeUndefined();
    expect(await running.answers(300)).toBe(false);
  });

  test('starts anew once when two want it, and is gone afterwards', async () => {
    const running = await start(copy());
    await Promise.all([running.restart(), running.restart()]);
    const { pid } = running;
    expect(isThere(pid)).toBe(true);
    await running.close();
    expect(isThere(pid)).toBe(false);
    expect(await running.answers(300)).toBe(false);
  });

  test('is gone with its folder when the editor has been killed', async () => {
    copy(() => undefined);
    const script = path.join(temporary, 'editor.cjs');
    buildSync({
      stdin: {
        contents: `
          import { PhpServer } from ${JSON.stringify(path.join(root, 'client/src/site-preview/php-server.ts'))};
          const [, , parts] = process.argv;
          void PhpServer.start(JSON.parse(parts)).then(({ pid }) => process.send(pid));
          setInterval(() => undefined, 1000);`,
        resolveDir: root,
      },
      outfile: script,
      bundle: true,
      platform: 'node',
      format: 'cjs',
    });
    const { fork } = await import('node:child_process');
    const router = path.join(root, 'media/site-preview/router.php');
    const editor = fork(script, [JSON.stringify({ php, root: site, router, keeper })], {
      execArgv: [],
    });
    const pid = await new Promise<unknown>((resolve) => editor.once('message', resolve));
    expect(isThere(pid)).toBe(true);
    const folders = temporaryFolders();
    editor.kill('SIGKILL');
    await vanishes(() => Promise.resolve(isThere(pid)));
    // Unsaved texts and pictures of the site are in there.
    await vanishes(() => Promise.resolve(temporaryFolders().length >= folders.length));
  });

  test.skipIf(kirby === undefined)('renders with the real Kirby', async () => {
    copy((folder) => {
      rmSync(path.join(folder, 'kirby'), { recursive: true });
      cpSync(kirby ?? '', path.join(folder, 'kirby'), { recursive: true });
    });
    write(
      'site/templates/note.php',
      '<body><h1><?= $page->title() ?></h1><?= $page->blocks()->toBlocks() ?></body>',
    );
    write('site/config/config.php', '<?php return ["url" => "https://live.example"];');
    const before = snapshot(site);
    const running = await start(site);
    const unsaved = `Title: Im Editor\n\n----\n\nBlocks: [{"content":{"text":"<p>Neu</p>"},"id":"b3f1c2","type":"text"}]\n`;
    await running.show({ [file('content/home/note.txt')]: unsaved });
    const html = await pageOf(running, 'content/home/note.txt');
    expect(html).toContain('<h1>Im Editor</h1>');
    expect(html).toContain('<!--kb:b3f1c2-->');
    expect(await pageOf(running, 'content/_drafts/idea/note.txt')).toContain('<h1>Skizze</h1>');
    expect(snapshot(site)).toEqual(before);
  });
});

/** Every folder and file, with what is in it. */
function snapshot(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .map((name) => {
      const full = path.join(folder, name);
      const { mtimeMs } = statSync(full);
      if (statSync(full).isDirectory()) return `${name} ${mtimeMs}`;
      const hash = createHash('sha256').update(readFileSync(full)).digest('hex');
      return `${name} ${mtimeMs} ${hash}`;
    });
}

/** The status of a request that says another host than it goes to. */
function statusFor(address: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(address, { headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.once('error', reject).end();
  });
}

function isThere(pid: unknown): boolean {
  if (typeof pid !== 'number') return false;
  // A process that has ended and was not fetched yet is no longer there.
  const state = `/proc/${pid}/stat`;
  if (process.platform === 'linux') {
    return existsSync(state) && !readFileSync(state, 'utf8').includes(') Z ');
  }
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function temporaryFolders(): readonly string[] {
  return readdirSync(os.tmpdir()).filter((name) => name.startsWith('kirby-author-site-'));
}

async function vanishes(probe: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    if (!(await probe())) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('It is still there.');
}
