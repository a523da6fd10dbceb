import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../server/src/features/fixes.ts';
import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { slice } from '../../server/src/kirby/text/span.ts';
import type { RuleContext } from '../../server/src/rules/rule.ts';
import { runRules } from '../../server/src/rules/run.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { siteFrom } from '../support/site.ts';
import { allFields, formPath, formSite, type ValueFault } from './faults/form.ts';
import {
  translatedPath,
  translatedSite,
  translation,
  translationFaults,
} from './faults/translation.ts';
import { valueFaults } from './faults/values.ts';

const symfony = { 'site/config/config.php': "<?php return ['yaml' => ['handler' => 'symfony']];" };

async function contextFor(
  text: string,
  { yamlHandler }: Partial<ValueFault>,
): Promise<RuleContext> {
  const site = await siteFrom({
    ...formSite,
    ...(yamlHandler === 'symfony' ? symfony : {}),
    [formPath]: text,
  });
  return { document: parseContent(text), site, file: site.contentFile(sitePath(formPath)) };
}

function said(context: RuleContext): readonly string[] {
  const { findings, failures } = runRules(context);
  expect(failures).toEqual([]);
  return findings.map(
    ({ rule, problem }) => `${rule.code} at ${slice(context.document.text, problem.span)}`,
  );
}

/** The values of all fields but the one with the fault. */
function others(text: string, { from, to }: ValueFault): readonly string[] {
  return parseContent(text).fields.flatMap(({ name, value }) =>
    name === broken(from, to) ? [] : [`${name}: ${value.text}`],
  );
}

/** The name of the field that a fault is in. */
function broken(from: string, to: string): string | undefined {
  const after = new Map(
    parseContent(allFields.replace(from, () => to)).fields.map(({ name, value }) => [
      name,
      value.text,
    ]),
  );
  return parseContent(allFields).fields.find(({ name, value }) => after.get(name) !== value.text)
    ?.name;
}

test.each(['spyc', 'symfony'] as const)(
  'a page with every field has no problem (%s)',
  async (handler) => {
    const options = handler === 'symfony' ? { yamlHandler: handler } : {};
    expect(said(await contextFor(allFields, options))).toEqual([]);
  },
);

describe('a bad value', () => {
  test.each(valueFaults.map((fault) => [fault.code, fault.to, fault] as const))(
    '%s: %s is found where it is, and each fix mends it and nothing else',
    async (_code, _to, fault) => {
      expect(allFields.split(fault.from)).toHaveLength(2);
      const text = allFields.replace(fault.from, () => fault.to);
      const context = await contextFor(text, fault);
      expect(said(context)).toEqual([`${fault.code} at ${fault.marked}`]);
      const [finding] = runRules(context).findings;
      for (const { title, edits } of finding?.problem.fixes?.() ?? []) {
        const mended = applyEdits(text, edits);
        expect(mended, title).not.toBe(text);
        expect(said(await contextFor(mended, fault)), title).toEqual([]);
        expect(others(mended, fault), title).toEqual(others(allFields, fault));
      }
    },
  );
});

describe('a translation', () => {
  async function translated(text: string): Promise<RuleContext> {
    const site = await siteFrom({ ...translatedSite, [translatedPath]: text });
    return { document: parseContent(text), site, file: site.contentFile(sitePath(translatedPath)) };
  }

  test('has no problem', async () => {
    expect(said(await translated(translation))).toEqual([]);
  });

  test.each(translationFaults.map((fault) => [fault.code, fault] as const))(
    '%s is found where it is, and each fix mends it',
    async (code, { from, to, marked }) => {
      const text = translation.replace(from, () => to);
      const context = await translated(text);
      expect(said(context)).toEqual([`${code} at ${marked}`]);
      const fixes = runRules(context).findings[0]?.problem.fixes?.() ?? [];
      expect(fixes.length).toBeGreaterThan(0);
      for (const { edits } of fixes) {
        expect(said(await translated(applyEdits(text, edits)))).toEqual([]);
      }
    },
  );
});
