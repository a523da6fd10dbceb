import { attributeNotes, likelyAttributes } from '../kirby/kirbytext/tag-attributes.ts';
import { type TagType, tagTypes } from '../kirby/kirbytext/tag-types.ts';
import { say } from '../kirby/text/say.ts';

const examples: ReadonlyMap<string, string> = new Map([
  ['date', '(date: year)'],
  ['email', '(email: jane@example.org text: Write to us)'],
  ['file', '(file: plan.pdf text: The plan)'],
  ['gist', '(gist: https://gist.github.com/jane/1a2b3c)'],
  ['image', '(image: hill.jpg alt: A green hill)'],
  ['link', '(link: blog text: Our blog)'],
  ['tel', '(tel: +49 30 123456)'],
  ['video', '(video: https://youtu.be/1a2b3c caption: Our film)'],
  ['vimeo', '(vimeo: https://vimeo.com/123456)'],
  ['youtube', '(youtube: https://youtu.be/1a2b3c)'],
]);

/** What a type of KirbyTag shows and takes, as Markdown. */
export function describeTag(type: TagType): string {
  const { name, description, aliasOf } = type;
  const example = examples.get(name);
  const attributes = likelyAttributes(type).map((attribute) => `\`${attribute}\``);
  return [
    description(),
    ...(example === undefined ? [] : [`\`${example}\``]),
    ...(attributes.length === 0 ? [] : [say`Attributes: ${attributes.join(', ')}`]),
    ...(aliasOf === undefined ? [] : [say`It takes no attributes; \`(${aliasOf}: …)\` does.`]),
  ].join('\n\n');
}

/** What an attribute of a type of KirbyTag does, as Markdown. */
export function describeAttribute(type: TagType, attribute: string): string {
  const { description, values = [] } = attributeNotes(type, attribute);
  const known = values.map((value) => `\`${value}\``).join(', ');
  return known === '' ? description() : `${description()}\n\n${say`Values: ${known}`}`;
}

/** The types in the order in which authors need them. */
export const likelyTags: readonly TagType[] = [
  'image',
  'link',
  'file',
  'video',
  'email',
  'tel',
  'youtube',
  'vimeo',
  'gist',
  'date',
].flatMap((name) => tagTypes.get(name) ?? []);
