import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix } from '../support/check.ts';

const only = ['unknown-block'];
const text = 'Blocks: [{"type":"card","content":{}}]';

describe('unknown-block', () => {
  test('finds a type that nothing on the site knows', () =>
    checkDiagnostics(
      `
Blocks: [{"type":"card","content":{}},{"type":"Text","content":{}},{"type":"table","content":{}}]
                 ^^^^^^ unknown-block: Nothing on this site knows a block type "card". Kirby prints nothing for this block; …
                                              ^^^^^^ unknown-block: Nothing on this site knows a block type "Text". …
`,
      { only },
    ));

  test.each([
    ['a snippet', { 'site/snippets/blocks/card.php': '<?php' }],
    ['a blueprint', { 'site/blueprints/blocks/card.yml': 'name: Card' }],
    ['a plugin of whatever kind', { 'site/plugins/cards/index.php': '<?php' }],
  ])('is silent where %s knows it', (_name, files) => checkDiagnostics(text, { only, files }));

  test('is silent outside of a site', () => checkDiagnostics(text, { only, inSite: false }));

  test('corrects the letter case', () =>
    checkFix('Blocks: [{"type":"$0Text","content":{}}]', 'Blocks: [{"type":"text","content":{}}]', {
      only,
    }));
});
