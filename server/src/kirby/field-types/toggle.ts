import { anyOf } from '../text/any-of.ts';
import type { JsonValue } from '../json/value.ts';
import type { FieldType } from './field-type.ts';
import { scalarText, useText } from './scalar.ts';
import { say } from '../text/say.ts';

/**
 * On or off (`kirby/config/fields/toggle.php`). On is exactly `true`, `1` or `on`; templates
 * (`toBool()`) take all words that PHP takes for a boolean, in any case.
 */
export const toggle: FieldType = {
  type: 'toggle',
  read: (value, { props }) => isOn(value ?? props['default']),
  *check(value) {
    const text = scalarText(value);
    if (text === '' || isOn(text) || isOff.test(text)) return;
    const isOnElsewhere = isOnInTemplates.test(text);
    yield {
      code: 'invalid-toggle',
      message: isOnElsewhere
        ? say`The Panel reads "${text}" as off, though templates may read it as on. The next save stores false; write true or false.`
        : say`"${text}" is neither true nor false. Kirby reads it as off and stores false at the next save; write true or false.`,
      fixes: () => {
        const words = isOnElsewhere ? ['true', 'false'] : ['false', 'true'];
        return words.flatMap((word) => useText(value, word));
      },
    };
  },
  suggest: ({ options }) =>
    (options ?? []).map(({ value, text }) => ({ text: value, detail: text })),
  describe: ({ options = [] }) => [
    say`Stored as ${anyOf(options.length === 0 ? ['`true`', '`false`'] : options.map(({ value, text }) => (text === '' ? `\`${value}\`` : `\`${value}\` (${text})`)))}.`,
  ],
};

/** `toggle.php`, `toBool`: compared by type and case. */
function isOn(value: JsonValue | undefined): boolean {
  return value === true || value === 1 || value === 'true' || value === '1' || value === 'on';
}

/** What is off for the Panel and for templates. */
const isOff = /^(?:false|0|off|no)$/i;

/** `FILTER_VALIDATE_BOOLEAN` */
const isOnInTemplates = /^(?:true|1|on|yes)$/i;
