import { fieldsOf } from './reference.ts';
import { type Fault, replaced } from './fault.ts';

/** Values that Spyc refuses, loses or reads as another shape than their field has. */
export const yamlFaults: readonly Fault[] = [
  {
    name: 'a colon in a value',
    code: 'broken-yaml',
    inject: instead('structure', '- \n  text: a: b: c\n  more: d'),
  },
  {
    name: 'a hash in an address',
    code: 'cut-comment',
    inject: instead('structure', '- \n  text: https://example.com#top\n  more: d'),
  },
  {
    name: 'a colour without quotation marks',
    code: 'cut-comment',
    inject: instead('object', 'color: #fff\nmore: d'),
  },
  {
    name: 'an item that is too far in',
    code: 'lost-item',
    inject: instead('entries', '- a\n- b\n - c\n- d'),
  },
  {
    name: 'items below their key',
    code: 'lost-item',
    inject: instead('structure', '- list:\n  - a\n  - b\n- list: c'),
  },
  { name: 'a text among rows', code: 'wrong-rows', inject: instead('structure', '- a: b\n- c') },
  {
    name: 'a row without its dash',
    code: 'wrong-rows',
    inject: instead('structure', 'a: b\nc: d'),
  },
  { name: 'a dash alone', code: 'wrong-rows', inject: instead('structure', '- a: b\n-') },
  { name: 'a row as an object', code: 'wrong-object', inject: instead('object', '- a: b\n  c: d') },
  { name: 'a colon in an entry', code: 'wrong-entries', inject: instead('entries', '- a\n- b: c') },
];

/** Another value in a field of a type. */
function instead(type: string, yaml: string): Fault['inject'] {
  return (target, pick) => {
    const field = pick(fieldsOf(target, type));
    return field === undefined ? undefined : replaced(target, field.valueSpan, `\n\n${yaml}`);
  };
}
