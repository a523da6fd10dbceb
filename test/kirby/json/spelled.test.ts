import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spelledAs, writeSpelled } from '../../../server/src/kirby/json/spelled.ts';
import { writeJson } from '../../../server/src/kirby/json/style.ts';
import { styleOf } from '../../../server/src/kirby/json/style-of.ts';
import type { JsonValue } from '../../../server/src/kirby/json/value.ts';

const modern = styleOf('["é/"]');
const legacy = styleOf(String.raw`["\u00e9\/"]`);
const pretty = styleOf('[\n    {\n        "a": "é/"\n    }\n]');

describe('a value that is put elsewhere', () => {
  test.each([
    ['in the same style', '{"a" :1.0, "b":"\\u0061"}', modern, modern, '{"a" :1.0, "b":"\\u0061"}'],
    [
      'in the old style',
      '{"a":1.0,"b":"\\u0061é/"}',
      modern,
      legacy,
      '{"a":1.0,"b":"\\u0061\\u00e9\\/"}',
    ],
    [
      'out of the old style',
      '["\\u00e9\\/\\u2028\\u0022"]',
      legacy,
      modern,
      '["é/\\u2028\\u0022"]',
    ],
    [
      'among lines',
      '{"a":[1.0,{}],"a":2}',
      modern,
      pretty,
      '{\n        "a": [\n            1.0,\n            {}\n        ],\n        "a": 2\n    }',
    ],
    [
      'out of lines',
      '{\n        "a": [\n            1.0\n        ]\n    }',
      pretty,
      modern,
      '{"a":[1.0]}',
    ],
    [
      'from one depth to another',
      '{\n            "a" : 1\n        }',
      pretty,
      pretty,
      '{\n        "a" : 1\n    }',
    ],
  ])('is spelled as it was: %s', (_, text, from, to, expected) => {
    expect(writeSpelled(spelledAs(text, from), to, 1)).toBe(expected);
  });

  test('reads the same, and as that style would write it', () => {
    const styles = fc.constantFrom(modern, legacy, pretty);
    fc.assert(
      fc.property(
        fc.jsonValue(),
        styles,
        styles,
        fc.nat(3),
        fc.nat(3),
        (given, from, to, depth, there) => {
          const value = JSON.parse(JSON.stringify(given)) as JsonValue;
          const spelled = spelledAs(writeJson(value, from, depth), from);
          expect(writeSpelled(spelled, to, there)).toBe(writeJson(value, to, there));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
