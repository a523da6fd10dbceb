import { describe, expect, test } from 'vitest';
import { mentionKeys } from '../../server/src/kirby/reference/mention-keys.ts';
import { keysOf } from '../../server/src/site/mentions/keys.ts';
import { mentions } from '../../server/src/site/mentions/mentions.ts';
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
