import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import type { EmptyValue } from './json-insert.ts';

/** What a field in the JSON of a block or row starts out as: its default, or its type's nothing. */
export function emptyValue(field: FieldDefinition): EmptyValue {
  switch (field.type) {
    case 'files':
    case 'pages':
    case 'users':
    case 'structure':
    case 'entries':
      return { before: '[', after: ']' };
    case 'object':
      return { before: '{', after: '}' };
    case 'toggle':
      return { before: field.props['default'] === true ? '"true' : '"false', after: '"' };
    default:
      return { before: `"${plainDefault(field)}`, after: '"' };
  }
}

/** A default that needs no escaping; others hold queries or markup, which only Kirby can fill in. */
function plainDefault({ props }: FieldDefinition): string {
  const value = props['default'];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && /^[\w .#-]*$/.test(value) ? value : '';
}
