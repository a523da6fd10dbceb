import { describe, expect, test } from 'vitest';
import {
  isIgnored,
  readProjectConfig,
  severitiesFor,
} from '../../server/src/features/project-config.ts';

describe('the config of a project', () => {
  test('has severities, and files in which rules are silent', () => {
    const { config, faults } = readProjectConfig(
      JSON.stringify({
        $schema: 'x',
        rules: { 'missing-file': 'error', 'unknown-field': 'hint' },
        ignore: ['content/old', { files: 'content/blog/**', rules: ['unknown-field'] }],
      }),
    );
    expect(faults).toEqual([]);
    expect(severitiesFor(config, 'content/home/home.txt', {})).toEqual({
      'missing-file': 'error',
      'unknown-field': 'hint',
    });
    expect(severitiesFor(config, 'content/blog/blog.txt', {})['unknown-field']).toBe('off');
    const old = severitiesFor(config, 'content/old/old.txt', { 'missing-file': 'error' });
    expect(new Set(Object.values(old))).toEqual(new Set(['off']));
    expect(isIgnored(config, 'content/old/old.txt')).toBe(true);
    expect(isIgnored(config, 'content/blog/blog.txt')).toBe(false);
  });

  test('counts behind what an author wishes, except for what it ignores', () => {
    const { config } = readProjectConfig(
      '\uFEFF{"rules":{"missing-file":"off"},"ignore":[{"files":"a","rules":["broken-json"]}]}',
    );
    const wished = { 'missing-file': 'error', 'broken-json': 'error' } as const;
    expect(severitiesFor(config, 'b', wished)).toEqual(wished);
    expect(severitiesFor(config, 'a', wished)).toEqual({ ...wished, 'broken-json': 'off' });
  });

  test.each([
    ['[]', 'It is no JSON object.'],
    ['{', 'It is no JSON object.'],
    ['{"rule":{}}', 'There is no setting "rule". Did you mean "rules"?'],
    [
      '{"ignore":[{"files":"content/a","rule":["missing-file"]}]}',
      'There is no setting "rule". Did you mean "rules"?',
    ],
    ['{"ignore":[{"files":"content/a","rules":[7]}]}', 'There is no rule "7".'],
    ['{"rules":[]}', '"rules" is an object: {"missing-file": "warning"}.'],
    [
      '{"rules":{"missing-file":"warn"}}',
      'The severity of "missing-file" is one of off, hint, information, warning, error.',
    ],
    [
      '{"rules":{"missing-fil":"off"}}',
      'There is no rule "missing-fil". Did you mean "missing-file"?',
    ],
    ['{"ignore":"content"}', '"ignore" is a list of patterns: ["content/archive/**"].'],
    [
      '{"ignore":[{"rules":[]}]}',
      'Each of "ignore" is a pattern, or {"files": "content/archive/**", "rules": ["missing-file"]}.',
    ],
    ['{"ignore":[{"files":"a","rules":["nothing-such"]}]}', 'There is no rule "nothing-such".'],
  ])('%s is not in order, and the rest counts', (text, fault) => {
    expect(readProjectConfig(text).faults).toEqual([fault]);
  });
});
