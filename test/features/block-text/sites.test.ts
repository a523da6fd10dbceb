import { describe, expect, test } from 'vitest';
import { addressOf, findText } from '../../../server/src/features/block-text/address.ts';
import { shownText, textShown } from '../../../server/src/features/block-text/presentation.ts';
import { textsIn } from '../../../server/src/features/block-text/target.ts';
import { languageOf } from '../../../server/src/features/block-text/text-language.ts';
import {
  textAt,
  type TextPlace,
  wayOf,
} from '../../../server/src/features/block-text/text-place.ts';
import { readText, writeText } from '../../../server/src/features/block-text/written.ts';
import { applied } from '../../../server/src/kirby/json/text-edit.ts';
import type { RuleContext } from '../../../server/src/rules/rule.ts';
import type { Site } from '../../../server/src/site/site.ts';
import { contextIn, fixtureSite, sharedSite, sharedSiteNames } from '../../support/shared-site.ts';

/** In how many texts of a file something is written; all are read. */
const MOST_WRITTEN = 3;

function placesIn(context: RuleContext): readonly TextPlace[] {
  const texts = textsIn(context);
  return texts.forms.flatMap((form) =>
    [...form.values.values()].flatMap((value) => {
      const place = textAt(texts, wayOf(value));
      return place !== undefined && languageOf(place) !== undefined ? [place] : [];
    }),
  );
}

/** What all texts of a document say, by their ways. */
function saidIn(context: RuleContext): ReadonlyMap<string, string> {
  return new Map(placesIn(context).map(({ way, text }) => [JSON.stringify(way), text]));
}

/** Shows every text of a site and writes into some of them; how many there are. */
function checkTexts(site: Site, contents: ReadonlyMap<string, string>): number {
  let count = 0;
  for (const [at, text] of contents) {
    const context = contextIn(site, at, text);
    const places = placesIn(context);
    count += places.length;
    const every = Math.ceil(places.length / MOST_WRITTEN);
    const said = saidIn(context);
    places.forEach((place, index) => {
      const where = `${at} ${place.way.join('/')}`;
      const kind = languageOf(place)?.kind ?? 'plain';
      const shown = shownText(place.text, kind);
      expect(textShown(shown, kind), where).toBe(place.text.replace(/\r\n?/g, '\n'));
      const address = addressOf(place, kind);
      expect(findText(textsIn(context), address, shown)?.text, where).toBe(place.text);
      if (index % every !== 0) return;
      expect(writeText(context, address, shown, shown), where).toMatchObject({ edits: [] });
      write(context, { site, at, text, said }, place, where);
    });
  }
  return count;
}

function write(
  context: RuleContext,
  file: { site: Site; at: string; text: string; said: ReadonlyMap<string, string> },
  place: TextPlace,
  where: string,
): void {
  const kind = languageOf(place)?.kind ?? 'plain';
  const shown = shownText(place.text, kind);
  const middle = shown.search(/[a-zà-ÿ]{3}/iu) + 1;
  const after = `${shown.slice(0, middle)}wörd${shown.slice(middle)}`;
  const written = writeText(context, addressOf(place, kind), shown, after);
  // Of YAML, not every text can be written into.
  if (written.kind === 'refused') return;
  const edits = written.kind === 'edits' ? written.edits : [];
  const result = applied(file.text, edits) ?? '';
  const now = contextIn(file.site, file.at, result);
  const expected = new Map(file.said).set(
    JSON.stringify(place.way),
    // What it is to say is checked below.
    textAt(textsIn(now), place.way)?.text ?? '',
  );
  expect(saidIn(now), where).toEqual(expected);
  const address = addressOf(place, kind);
  expect(readText(now, address, after), where).toMatchObject({ kind: 'found', shown: undefined });
  // Taking it back restores every byte, but for the style of YAML, which may have had to change.
  const back = writeText(now, address, after, shown);
  expect(back.kind, where).toBe('edits');
  const restored = applied(result, back.kind === 'edits' ? back.edits : []);
  if (place.text !== '' && (place.holder.field !== undefined || place.block !== undefined)) {
    expect(restored === file.text || place.text.includes('\r'), where).toBe(true);
  }
}

describe('the texts', () => {
  test.each(['magazine', 'bilingual', 'broken'])(
    'of the site %s are shown and written',
    async (name) => {
      const { site, contents } = await fixtureSite(name);
      expect(checkTexts(site, contents)).toBeGreaterThan(0);
    },
    60_000,
  );

  const shared = sharedSiteNames();
  test.skipIf(shared.length === 0)(
    'of real sites are shown and written',
    async () => {
      let count = 0;
      for (const name of shared) {
        const { site, contents } = await sharedSite(name);
        count += checkTexts(site, contents);
      }
      expect(count).toBeGreaterThan(1000);
    },
    300_000,
  );
});
