import type { JsonValue } from '../json/value.ts';
import type { MappedText } from '../text/mapped-text.ts';
import type { Span } from '../text/span.ts';
import type { YamlHandler } from './read.ts';

/** Stand-in until the real one lands. */
export type YamlNode =
  | {
      readonly kind: 'scalar';
      readonly value: null | boolean | number | string;
      readonly span: Span;
      readonly text: MappedText | undefined;
    }
  | { readonly kind: 'list'; readonly items: readonly YamlNode[]; readonly span: Span }
  | {
      readonly kind: 'map';
      readonly entries: readonly {
        readonly key: string;
        readonly keySpan: Span;
        readonly value: YamlNode;
      }[];
      readonly span: Span;
    };

export type YamlTree =
  | { readonly ok: true; readonly root: YamlNode }
  | { readonly ok: false; readonly message: string; readonly span: Span };

export function yamlTree(source: MappedText, _handler: YamlHandler): YamlTree {
  return { ok: false, message: '', span: source.toSource({ start: 0, end: 0 }) };
}

export function yamlValue(_node: YamlNode): JsonValue {
  return [];
}
