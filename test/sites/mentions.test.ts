import { describe, expect, test } from 'vitest';
import { mentionKeys } from '../../server/src/kirby/reference/mention-keys.ts';
import { keysOf } from '../../server/src/site/mentions/keys.ts';
import { mentionAt, mentions } from '../../server/src/site/mentions/mentions.ts';
import { contextIn, fixtureSite, sharedSite, sharedSiteNames } from '../support/shared-site.ts';

const names = ['magazine', ...sharedSiteNames()];

describe('the sieve of the index lets through', () => {
  test.each(names)('every mention in %s', async (name) => {
    const { site, contents } = await (name === 'magazine' ? fixtureSite(name) : sharedSite(name));
    const lost: string[] = [];
    for (const [path, text] of contents) {
      const { document, file } = contextIn(site, path, text);
      if (file === undefined) continue;
      const keys = new Set(mentionKeys(Buffer.from(text, 'utf8').toString('latin1')));
      for (const { target, text: wanted } of mentions(document, site, file)) {
        if (!keysOf(site, target).some((key) => keys.has(key))) lost.push(`${path}: ${wanted}`);
      }
    }
    expect(lost).toEqual([]);
  });
});

describe('at an offset there is the mention that touches it', () => {
  test.each(names)('in %s', async (name) => {
    const { site, contents } = await (name === 'magazine' ? fixtureSite(name) : sharedSite(name));
    const wrong: string[] = [];
    for (const [path, text] of contents) {
      const { document, file } = contextIn(site, path, text);
      if (file === undefined) continue;
      const all = mentions(document, site, file);
      const offsets = all.flatMap(({ span: { start, end } }) => [
        start - 1,
        start,
        Math.floor((start + end) / 2),
        end,
        end + 1,
      ]);
      for (const offset of offsets) {
        const expected = all.find(({ span }) => span.start <= offset && offset <= span.end);
        const found = mentionAt(document, site, file, offset);
        if (found?.text === expected?.text && found?.span.start === expected?.span.start) continue;
        wrong.push(`${path} at ${offset}: ${expected?.text} and not ${found?.text}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
