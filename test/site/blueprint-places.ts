import { blueprintSet } from '../../server/src/site/blueprint-loader.ts';
import { sourcePlaces, type SourceStep } from '../../server/src/site/blueprint-source.ts';

export type Files = Readonly<Record<string, string>>;

/**
 * `team/name`: a field of a structure; `blocks:card/title`: of a block; `layout@class`: a setting of
 * rows; `:card`: the block type by itself.
 */
export function steps(way: string, blueprint = 'pages/x'): readonly SourceStep[] {
  const parts = way.match(/[:@/]?[^:@/]+/gu) ?? [];
  const read = parts.map((part): SourceStep => {
    if (part.startsWith(':')) return { kind: 'block', type: part.slice(1) };
    if (part.startsWith('@')) return { kind: 'setting', name: part.slice(1) };
    return { kind: 'field', name: part.replace('/', '') };
  });
  return way.startsWith(':') ? read : [{ kind: 'blueprint', name: blueprint }, ...read];
}

/** Where something is defined: `pages/x:3 cover`, the line counted from 1. */
export function places(files: Files, way: string, blueprint?: string): readonly string[] {
  const texts = Object.entries(files).map(
    ([name, text]) => [`blueprints/${name}.yml`, text] as const,
  );
  return sourcePlaces(blueprintSet(new Map(texts)), steps(way, blueprint)).map(
    ({ file: { path, text }, span }) => {
      const name = path.replace(/^site\/blueprints\/|\.yml$/gu, '');
      const line = text.slice(0, span.start).split('\n').length;
      return `${name}:${line} ${text.slice(span.start, span.end)}`.trimEnd();
    },
  );
}

export const cover = 'label: Cover\ntype: files\n';
