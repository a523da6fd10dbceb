import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findNeovim } from '../../scripts/neovim.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bundle = path.join(root, 'dist/cli.js');
const neovim = findNeovim();

/** A Neovim without a screen, set up as docs/editors.md says. Keys are typed, and answers waited for. */
class Neovim {
  readonly site: string;
  readonly #folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'kirby-author-')));
  readonly #socket = path.join(this.#folder, 'socket');
  readonly #env: NodeJS.ProcessEnv;
  readonly #child;

  constructor() {
    this.site = path.join(this.#folder, 'site');
    cpSync(path.join(root, 'test/fixtures/broken'), this.site, { recursive: true });
    mkdirSync(path.join(this.#folder, 'bin'));
    symlinkSync(bundle, path.join(this.#folder, 'bin/kirby-author'));
    const settings = path.join(this.#folder, 'init.lua');
    writeFileSync(settings, `${luaOfTheDocs()}\n${choosesFirst}`);
    const search = `${path.join(this.#folder, 'bin')}:${process.env['PATH'] ?? ''}`;
    this.#env = { ...process.env, ...neovim?.env, PATH: search, HOME: this.#folder };
    const args = ['--headless', '--clean', '-u', settings, '--listen', this.#socket];
    this.#child = spawn(neovim?.command ?? '', args, { env: this.#env, cwd: this.#folder });
  }

  async end(): Promise<void> {
    // It writes into the folder until it is gone.
    const gone = once(this.#child, 'exit');
    this.#child.kill();
    await gone;
    rmSync(this.#folder, { recursive: true, maxRetries: 5 });
  }

  type(keys: string): void {
    this.#remote('--remote-send', keys);
  }

  /** The value of a Lua expression, as soon as it is wanted; asking again takes its time. */
  async value(lua: string, isWanted: (value: string) => boolean): Promise<string> {
    const expression = `luaeval(${quoted(lua)})`;
    for (let tries = 0; tries < 600; tries++) {
      const value = this.#remote('--remote-expr', expression);
      if (value !== undefined && isWanted(value)) return value;
      await new Promise((resolve) => setImmediate(resolve));
    }
    throw new Error(`${lua} is ${this.#remote('--remote-expr', expression) ?? 'not answered'}.`);
  }

  text(): string {
    return this.#remote('--remote-expr', `join(getline(1, '$'), "\\n")`) ?? '';
  }

  #remote(how: string, what: string): string | undefined {
    const args = ['--headless', '--clean', '--server', this.#socket, how, what];
    const { status, stdout, stderr } = spawnSync(neovim?.command ?? '', args, {
      env: this.#env,
      encoding: 'utf8',
      // An answer may be lost while Neovim is busy; then it is asked again.
      timeout: 2_000,
    });
    // Which of both an expression's value comes by depends on the version.
    return status === 0 ? stdout || stderr : undefined;
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function luaOfTheDocs(): string {
  const page = readFileSync(path.join(root, 'docs/editors.md'), 'utf8');
  return /```lua\n([^]*?)```/u.exec(page)?.[1] ?? '';
}

/** Instead of asking, which would need somebody to answer; nor is a key wanted after long messages. */
const choosesFirst = `
vim.ui.select = function(items, _, choose) choose(items[1], 1) end
vim.o.columns = 400
vim.opt.shortmess:append('FWsc')
`;

const codes =
  'vim.fn.json_encode(vim.tbl_map(function(d) return d.code end, vim.diagnostic.get(0)))';
const page = 'content/03_trailing-comma/article.txt';

describe.skipIf(neovim === undefined || !existsSync(bundle))('Neovim', { timeout: 120_000 }, () => {
  let editor: Neovim;
  const open = (file: string): void => {
    editor.type(`<Esc>:silent edit! ${path.join(editor.site, file)}<CR>`);
  };

  beforeAll(async () => {
    editor = new Neovim();
    await editor.value('1', (value) => value.trim() === '1');
  });

  afterAll(() => editor.end());

  test('shows problems and applies a fix', async () => {
    open(page);
    await editor.value('vim.bo.filetype', (value) => value === 'kirby-txt');
    await editor.value(codes, (value) => value.includes('broken-json'));
    const before = editor.text();
    editor.type(':lua vim.diagnostic.goto_next()<CR>:lua vim.lsp.buf.code_action()<CR>');
    await editor.value('vim.fn.getbufvar("%", "&modified")', (value) => value === '1');
    await editor.value(codes, (value) => !value.includes('broken-json'));
    expect(before.replace(/,(?=\s*\])/u, '')).toBe(editor.text());
  });

  test('completes the name of a field', async () => {
    open(page);
    // The server has seen what the file holds again, without the fix of before.
    await editor.value(codes, (value) => value.includes('broken-json'));
    editor.type('Go<CR>----<CR><CR><C-x><C-o>');
    const items = 'vim.fn.complete_info({"items"}).items';
    const offered = `table.concat(vim.tbl_map(function(item) return item.word end, ${items}), "|")`;
    const words = (await editor.value(offered, (value) => value !== '')).split('|');
    expect(words.length).toBeGreaterThan(1);
    for (const word of words) expect(word).toMatch(/^[A-Z][\w-]*(?:: ?)?$/u);
  });

  test('goes to the blueprint of a field', async () => {
    open(page);
    await editor.value('#vim.lsp.buf_get_clients(0)', (value) => value === '1');
    editor.type(':lua vim.fn.search("^Layout:", "w"); vim.lsp.buf.definition()<CR>');
    const file = await editor.value('vim.fn.expand("%:p")', (value) => value.endsWith('.yml'));
    expect(path.relative(editor.site, file)).toBe(path.join('site/blueprints/sections/layout.yml'));
    await editor.value('vim.api.nvim_get_current_line()', (value) => value.includes('layout'));
  });

  test('leaves other text files alone', async () => {
    writeFileSync(path.join(editor.site, 'notes.txt'), 'Title: No content');
    open('notes.txt');
    await editor.value('vim.fn.expand("%:t")', (value) => value === 'notes.txt');
    await editor.value('vim.bo.filetype', (value) => value !== 'kirby-txt');
    expect(await editor.value('#vim.lsp.buf_get_clients(0)', () => true)).toBe('0');
  });
});
