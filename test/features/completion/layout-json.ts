import { completionIn, type Offered } from '../../support/completion.ts';

const blueprint = `
fields:
  layout:
    type: layout
    layouts:
      - "1/1"
      - "1/2, 1/2"
      - "2/3, 1/3"
    fieldsets: [heading, text, image, card]
    settings:
      fields:
        background:
          type: select
          options:
            light: Light
            dark: Dark
        wide:
          type: toggle
        note:
          type: headline
        photo:
          type: files
  blocks:
    type: blocks
    fieldsets: [text, card]
`;
const card = `
name: Card
fields:
  title:
    type: text
    label: Headline
  ratio:
    type: radio
    options: ["1/1", "16/9"]
  link:
    type: link
  rows:
    type: structure
    fields:
      who:
        type: text
      open:
        type: toggle
  inner:
    type: blocks
    fieldsets: [text]
`;
const files = {
  'site/blueprints/pages/article.yml': blueprint,
  'site/blueprints/blocks/card.yml': card,
};

export function inLayout(json: string): Promise<Offered> {
  return completionIn(`Title: A\n\n----\n\nLayout: ${json}\n\n----\n\nUuid: x`, { files });
}

export function inBlocks(json: string): Promise<Offered> {
  return completionIn(`Blocks: ${json}`, { files });
}

/** The JSON once a suggestion in it is accepted. */
export async function layoutWith(json: string, label: string): Promise<string> {
  const text = (await inLayout(json)).accept(label);
  return /Layout: ([^]*?)\n\n----/.exec(text)?.[1] ?? text;
}

export async function blocksWith(json: string, label: string): Promise<string> {
  return (await inBlocks(json)).accept(label).slice('Blocks: '.length);
}

export const row = (inside: string): string => `[{"attrs":{},"columns":[${inside}],"id":"r"}]`;
export const column = (inside: string): string =>
  row(`{"blocks":[${inside}],"id":"c","width":"1/1"}`);
