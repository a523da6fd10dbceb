import { readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import { describe, expect, test } from 'vitest';

const page = readFileSync(new URL('../../docs/editors.md', import.meta.url), 'utf8');

function block(language: string): string {
  return new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'u').exec(page)?.[1] ?? '';
}

// Neither editor is in Debian 12, so their settings can be read here and not tried.
describe('the settings in docs/editors.md', () => {
  const server = ['kirby-author', 'lsp', '--stdio'];

  test('for Helix can be read', () => {
    const settings = parse(block('toml'));
    expect(settings).toMatchObject({
      'language-server': { 'kirby-author': { command: server[0], args: server.slice(1) } },
      language: [{ name: 'kirby-txt', 'language-servers': ['kirby-author'] }],
    });
  });

  test('for Sublime Text can be read', () => {
    expect(JSON.parse(block('json'))).toMatchObject({
      clients: { 'kirby-author': { enabled: true, command: server } },
    });
  });
});
