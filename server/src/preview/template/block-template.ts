import type { Block } from '../../kirby/blocks/block.ts';
import type { Fieldset } from '../../kirby/blueprint/blueprint.ts';
import { memo } from '../../kirby/text/memo.ts';
import { contentValue } from '../content-value.ts';
import type { DrawContext } from '../fields/renderer.ts';
import { mentionedFiles } from '../files.ts';
import { html, type Html, raw } from '../html.ts';
import { missingImage } from '../image.ts';
import { classPart } from '../label.ts';
import { withoutRemoteImages } from '../local-html.ts';
import { fillTemplate } from './fill.ts';
import { parseTemplate, type TemplateReading } from './parse.ts';
import { recordValue } from './value.ts';
import { say } from '../../kirby/text/say.ts';

/**
 * A block as the project's own template for its type shows it (`.kirby-author/blocks/TYPE.html`).
 * `undefined`: there is none. `fault`: why it cannot be used.
 */
export function blockTemplate(
  block: Block,
  fieldset: Fieldset | undefined,
  context: DrawContext,
): Html | { readonly fault: string } | undefined {
  const reading = context.site && readings(context.site.options.blockTemplates).get(block.type);
  if (reading === undefined) return undefined;
  const name = `${block.type}.html`;
  if (!reading.ok) return { fault: say`The template “${name}” cannot be used. ${reading.fault}` };
  const filled = fillTemplate(reading.nodes, recordValue(block.content, fieldset?.fields, context));
  if (filled === undefined) {
    return { fault: say`The template “${name}” cannot be used. What it shows is too much.` };
  }
  return html`<section class="kirby-template kirby-template-${classPart(block.type)}">
    ${raw(withoutRemoteImages(filled.html))}${missingFiles(block, fieldset, context)}
  </section>`;
}

const readings = memo(
  (templates: ReadonlyMap<string, string>): ReadonlyMap<string, TemplateReading> =>
    new Map([...templates].map(([type, text]) => [type, parseTemplate(text)])),
);

/** A template says nothing of files that are not there; an author should know. */
function missingFiles(
  { content }: Block,
  fieldset: Fieldset | undefined,
  context: DrawContext,
): readonly Html[] {
  return Object.entries(content).flatMap(([name, json]) => {
    if (fieldset?.fields.get(name)?.type !== 'files') return [];
    const mentioned = mentionedFiles(contentValue(json), context) ?? [];
    return mentioned
      .filter(({ resolution }) => resolution.status !== 'found')
      .map((file) => missingImage(file));
  });
}
