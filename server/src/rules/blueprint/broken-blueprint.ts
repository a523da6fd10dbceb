import type { YamlNode } from '../../kirby/yaml/tree.ts';
import { reason } from '../broken-yaml.ts';
import { lossMessage } from '../lost-item.ts';
import type { Problem } from '../rule.ts';
import type { BlueprintContext, BlueprintRule } from './rule.ts';
import { say } from '../../kirby/text/say.ts';

/**
 * A blueprint that Kirby cannot load, or of which its YAML engine drops a part. Of what throws while a
 * blueprint is read nobody is told: `Blueprint::factory()` takes the default one instead, and
 * `Blueprint::extend()` goes on without the mixin.
 */
export const brokenBlueprint: BlueprintRule = {
  code: 'broken-blueprint',
  severity: 'error',
  *check(context) {
    const { tree, parts, file } = context;
    if (!tree.ok) {
      yield { message: `${reason(tree.message)} ${effect(context)}`, span: tree.span };
      return;
    }
    for (const loss of tree.losses) yield { message: lossMessage(loss), span: loss.line };
    yield* bareTemplates(tree.root, file.text);
    for (const { name, nameSpan, node } of parts.fields) {
      if (node.kind !== 'scalar' || typeof node.value !== 'number') continue;
      yield {
        message: say`A field cannot be defined by a number, and Kirby cannot load the blueprint. Give "${name ?? say`the field`}" a type, or remove it.`,
        span: { start: nameSpan.start, end: node.outer.end },
      };
    }
  },
};

function effect({ name, kind }: BlueprintContext): string {
  if (name === 'site') return say`Kirby stops with an error, on the site and in the Panel.`;
  return kind === 'model'
    ? say`Kirby cannot read this blueprint and takes the default one without a word: none of its fields is in the Panel.`
    : say`Kirby cannot read this file and goes on without it, without a word: what it defines is missing in the Panel.`;
}

/** `label: {{ page.title }}`: two brackets open a list in a list for Spyc. */
function* bareTemplates(node: YamlNode, text: string): Iterable<Problem> {
  if (node.kind === 'scalar') return;
  const { start, end } = node.span;
  if (text.startsWith('{{', start)) {
    const lineEnd = /[\r\n]|$/.exec(text.slice(start))?.index ?? 0;
    yield {
      message: say`Kirby reads this as a list in a list and not as a query, because it is not in quotation marks. Put it in quotation marks.`,
      span: { start, end: Math.min(end, start + lineEnd) },
    };
    return;
  }
  const inner = node.kind === 'list' ? node.items : node.entries.map(({ value }) => value);
  for (const value of inner) yield* bareTemplates(value, text);
}
