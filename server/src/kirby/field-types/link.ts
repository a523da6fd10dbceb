import type { FieldDefinition } from '../blueprint/blueprint.ts';
import { isArray } from '../json/value.ts';
import { isEmail } from '../validate/email.ts';
import { isUrl } from '../validate/url.ts';
import type { FieldValue } from '../values/field-value.ts';
import type { FieldEnvironment, FieldType, ValueFix, ValueProblem } from './field-type.ts';
import { readLine } from './read-text.ts';
import { scalarText, useText } from './scalar.ts';
import { say } from '../text/say.ts';

/**
 * A link to a page, a file, the web, an address, a phone or a place on the page
 * (`kirby/config/fields/link.php`). Whether the target exists is not looked at.
 */
export const link: FieldType = {
  type: 'link',
  read: readLine,
  *check(value, environment) {
    const text = scalarText(value);
    const types = typesOf(value.definition);
    if (text === '' || types === undefined || isOfPlugin.test(text)) return;
    yield* checkLink(value, text, types, environment);
  },
  describe(definition) {
    const examples = [...(typesOf(definition) ?? [])].map(
      (type) => `\`${linkTypes[type].example}\``,
    );
    return examples.length === 0 ? [] : [say`Stored as ${examples.join(', ')}.`];
  },
};

/** Plugins had a type of this name before Kirby did; they store maps and several lines. */
const isOfPlugin = /\n|^(?!mailto|tel)[a-z]+:(?:\s|$)/i;

interface LinkType {
  /** What the value begins with. */
  readonly starts: string;
  readonly example: string;
  readonly isValid: (text: string) => boolean;
}

/** In Kirby's order of detection. */
const linkTypes = {
  anchor: { starts: '#', example: '#chapter', isValid: () => true },
  email: {
    starts: 'mailto:',
    example: 'mailto:name@example.com',
    isValid: (text) => isEmail(text.slice('mailto:'.length)),
  },
  file: { starts: 'file://', example: 'file://…', isValid: (text) => text.length > 7 },
  page: { starts: 'page://', example: 'page://…', isValid: (text) => text.length > 7 },
  tel: {
    starts: 'tel:',
    example: 'tel:+4912345',
    isValid: (text) => /^tel:\+?\d+$/.test(text),
  },
  url: { starts: 'http', example: 'https://example.com', isValid: isUrl },
  custom: { starts: '', example: 'anything', isValid: () => true },
} as const satisfies Readonly<Record<string, LinkType>>;

type LinkTypeName = keyof typeof linkTypes;

const usual: readonly LinkTypeName[] = ['url', 'page', 'file', 'email', 'tel', 'anchor'];

/** The types that a blueprint allows; `undefined`: Kirby refuses one of them. */
function typesOf({ props }: FieldDefinition): ReadonlySet<LinkTypeName> | undefined {
  const { options } = props;
  if (options === undefined || options === null) return new Set(usual);
  if (!isArray(options)) return undefined;
  const known = options.filter(isLinkType);
  return known.length === options.length && known.length > 0 ? new Set(known) : undefined;
}

function isLinkType(name: unknown): name is LinkTypeName {
  return typeof name === 'string' && Object.hasOwn(linkTypes, name);
}

/** What a text is by its begin, among all types but `custom`. */
function typeOf(text: string): LinkTypeName | undefined {
  if (/^https?:\/\//.test(text)) return 'url';
  return usual.find((type) => type !== 'url' && text.startsWith(linkTypes[type].starts));
}

function isValid(text: string, types: ReadonlySet<LinkTypeName>): boolean {
  const type = typeOf(text);
  if (type === undefined || !types.has(type)) return types.has('custom');
  return linkTypes[type].isValid(text);
}

function* checkLink(
  value: FieldValue,
  text: string,
  types: ReadonlySet<LinkTypeName>,
  { linkTo }: FieldEnvironment,
): Iterable<ValueProblem> {
  if (isValid(text, types)) return;
  const type = typeOf(text);
  const allowed = [...types].join(', ');
  const what =
    type === undefined
      ? say`"${text}" is none of the kinds of links that this field takes (${allowed}).`
      : types.has(type)
        ? say`"${text}" is no complete link; Kirby wants something like ${linkTypes[type].example}.`
        : say`This field takes no links of the kind ${type}, only ${allowed}.`;
  yield {
    code: 'invalid-link',
    message: what,
    isRefused: true,
    fixes: () => asLink(value, [linkTo?.(text) ?? text, ...candidatesFor(text)], types),
  };
}

/** @param candidates the value itself may be among them */
function asLink(
  value: FieldValue,
  candidates: readonly string[],
  types: ReadonlySet<LinkTypeName>,
): readonly ValueFix[] {
  const candidate = candidates.find((one) => isValid(one, types));
  return candidate === undefined ? [] : useText(value, candidate);
}

/** What may be meant, the most likely first. */
function candidatesFor(text: string): readonly string[] {
  const permalink = /^(?:https?:\/\/[^/]+)?\/(?:[a-z]{2}\/)?@\/(page|file)\/(\w[\w-]*)$/.exec(text);
  const [, kind, id] = permalink ?? [];
  const lowered = text.replace(/^(?:https?|mailto|tel|page|file):/i, (scheme) =>
    scheme.toLowerCase(),
  );
  const digits = text.replace(/^tel:/i, '').replace(/[\s./-]/g, '');
  return [
    ...(kind === undefined || id === undefined ? [] : [`${kind}://${id}`]),
    lowered,
    ...(lowered.startsWith('http') ? [lowered.replaceAll(' ', '%20')] : []),
    ...(text.includes('@') ? [`mailto:${text.replace(/^mailto:\s*/i, '')}`] : []),
    ...(/^\+?\d{5,}$/.test(digits) ? [`tel:${digits}`] : []),
    ...(/^[/.]/.test(text) ? [] : [`https://${text}`]),
  ];
}
