import { say } from '../../kirby/text/say.ts';

/** A piece of a template. `name` is what stands between dots; `.` itself is the empty list. */
export type TemplateNode =
  | { readonly kind: 'html'; readonly html: string }
  | { readonly kind: 'value'; readonly name: readonly string[]; readonly isRaw: boolean }
  | {
      readonly kind: 'section';
      readonly name: readonly string[];
      /** `{{^name}}`: shown where there is nothing. */
      readonly isInverted: boolean;
      readonly inner: readonly TemplateNode[];
    };

/** `fault`: why a template cannot be used, a sentence for whoever writes it. */
export type TemplateReading =
  | { readonly ok: true; readonly nodes: readonly TemplateNode[] }
  | { readonly ok: false; readonly fault: string };

/** The longest template, in characters. */
export const LONGEST_TEMPLATE = 65_536;

/** How deep sections may stand inside of each other. */
const DEEPEST = 20;

const tag = /\{\{(?:\{([^{}]*)\}\}\}|([^{}]*)\}\})/g;

const tagName = /^(?:\.|[a-z_][\w-]*(?:\.[a-z_][\w-]*)*)$/i;

/**
 * Reads a template: the part of Mustache that draws a block. `{{ name }}`, `{{{ name }}}`,
 * `{{#name}}…{{/name}}`, `{{^name}}…{{/name}}` and `{{! … }}`; anything else in double braces is a fault.
 */
export function parseTemplate(text: string): TemplateReading {
  if (text.length > LONGEST_TEMPLATE) {
    return { ok: false, fault: say`It is longer than ${LONGEST_TEMPLATE} characters.` };
  }
  let open: OpenSection = { name: '', line: 0, isInverted: false, nodes: [], parent: undefined };
  let depth = 0;
  let at = 0;
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  for (const match of text.matchAll(tag)) {
    const [source, raw, plain = ''] = match;
    const stray = takeHtml(open, text.slice(at, match.index));
    if (stray !== undefined) return unclosed(lineOf(at + stray));
    at = match.index + source.length;
    const [, sign = '', name = ''] = /^\s*([#^/!]?)\s*([^]*?)\s*$/.exec(raw ?? plain) ?? [];
    if (raw === undefined && sign === '!') continue;
    if ((raw !== undefined && sign !== '') || !tagName.test(name)) {
      return { ok: false, fault: say`Line ${lineOf(match.index)}: “${source}” is not known.` };
    }
    if (sign === '/') {
      if (open.parent === undefined || open.name !== name) {
        return { ok: false, fault: say`Line ${lineOf(match.index)}: “${source}” closes nothing.` };
      }
      const { parent, isInverted, nodes } = open;
      parent.nodes.push({ kind: 'section', name: pathOf(name), isInverted, inner: nodes });
      open = parent;
      depth--;
    } else if (sign === '') {
      open.nodes.push({ kind: 'value', name: pathOf(name), isRaw: raw !== undefined });
    } else {
      const line = lineOf(match.index);
      if (++depth > DEEPEST) return { ok: false, fault: say`Line ${line}: This is too deep.` };
      open = { name, line, isInverted: sign === '^', nodes: [], parent: open };
    }
  }
  const stray = takeHtml(open, text.slice(at));
  if (stray !== undefined) return unclosed(lineOf(at + stray));
  if (open.parent === undefined) return { ok: true, nodes: open.nodes };
  return { ok: false, fault: say`Line ${open.line}: The section “${open.name}” is not closed.` };
}

/** A section whose end has not come yet; the outermost one is the template. */
interface OpenSection {
  readonly name: string;
  readonly line: number;
  readonly isInverted: boolean;
  readonly nodes: TemplateNode[];
  readonly parent: OpenSection | undefined;
}

/** Takes what stands between two tags; the answer is where in it a tag begins that nobody closed. */
function takeHtml({ nodes }: OpenSection, html: string): number | undefined {
  const stray = html.indexOf('{{');
  if (stray >= 0) return stray;
  if (html !== '') nodes.push({ kind: 'html', html });
  return undefined;
}

function unclosed(line: number): TemplateReading {
  return { ok: false, fault: say`Line ${line}: A tag is not closed.` };
}

function pathOf(name: string): readonly string[] {
  return name === '.' ? [] : name.split('.');
}
