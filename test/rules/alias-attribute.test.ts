import { describe, test } from 'vitest';
import { checkDiagnostics, checkFix, checkFixAll } from '../support/check.ts';

const only = ['alias-attribute'];

describe('alias-attribute', () => {
  test('marks the first attribute', () =>
    checkDiagnostics(
      `
Text: (youtube: https://youtu.be/abc width: 300 height: 200) and (Vimeo: https://vimeo.com/1 Caption: A)
                                     ^^^^^ error alias-attribute: A (youtube: …) tag takes no attributes: Kirby reads all of it as the address and shows no video. Write (video: …) instead.
                                                                                             ^^^^^^^ error alias-attribute: …
`,
      { only },
    ));

  test.each([
    '(youtube: https://youtu.be/abc)',
    '(video: https://youtu.be/abc width: 300)',
    '(youtube: https://youtu.be/abc?width:300)',
    '(youtube: https://youtu.be/abc note: mine)',
  ])('leaves %s alone', (text) => checkDiagnostics(`Text: ${text}`, { only }));

  test('is a warning where plugins may have a tag of that name', () =>
    checkDiagnostics(
      `
Text: (youtube: https://youtu.be/abc width: 300)
                                     ^^^^^ warning alias-attribute: …
`,
      { only, files: { 'site/plugins/embed/index.php': '<?php' } },
    ));

  test('is mended with the tag that takes them', async () => {
    const mended = 'Text: (video: https://youtu.be/abc width: 300)';
    await checkFix('Text: (youtube: https://youtu.be/abc wi$0dth: 300)', mended, { only });
    await checkFixAll('Text: (YouTube: https://youtu.be/abc width: 300)', mended);
  });
});
