import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** A copy of what `npm run build` makes, for as long as the test runs. */
function installed(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'kirby-author-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  for (const file of ['package.json', 'main.js', 'cli.js']) {
    cpSync(path.join(dist, file), path.join(folder, file));
  }
  return folder;
}

function help(folder: string): string {
  const { stdout, stderr } = spawnSync(process.execPath, [path.join(folder, 'cli.js'), '--help'], {
    encoding: 'utf8',
  });
  return stdout + stderr;
}

describe.skipIf(!existsSync(path.join(dist, 'cli.js')))('the compiled bundle', () => {
  test('is ASCII, as it is read', () => {
    expect(readFileSync(path.join(dist, 'main.js')).findIndex((byte) => byte > 127)).toBe(-1);
  });

  test('is kept beside the bundle and used again', () => {
    const folder = installed();
    const compiled = path.join(folder, 'cli.compiled');
    const first = help(folder);
    expect(first).toContain('kirby-author COMMAND');
    const kept = readFileSync(compiled);
    expect(help(folder)).toBe(first);
    expect(readFileSync(compiled).equals(kept)).toBe(true);
  });

  test('is made anew for another bundle, and when it is no use', () => {
    const folder = installed();
    const compiled = path.join(folder, 'cli.compiled');
    const first = help(folder);
    const mark = readFileSync(compiled, 'latin1').slice(0, 64);
    utimesSync(path.join(folder, 'main.js'), 1, 1);
    expect(help(folder)).toBe(first);
    const next = readFileSync(compiled, 'latin1').slice(0, 64);
    expect(next).not.toBe(mark);
    writeFileSync(compiled, `${next}no code at all`);
    expect(help(folder)).toBe(first);
    expect(readFileSync(compiled).length).toBeGreaterThan(10_000);
  });
});
