import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../server/src/kirby/json/value.ts';
import { renderBlocks, renderLayout } from '../../server/src/preview/render-blocks.ts';
import { vectorSite } from '../support/site.ts';
import { vectors } from '../support/vectors.ts';
import { normalise } from './normalise.ts';
import { pageContext, withOurAddresses } from './oracle.ts';

const site = await vectorSite({});

interface KirbyBlock {
  readonly id: string;
  readonly type: string;
  readonly isHidden: boolean;
  readonly html: string;
  readonly idGenerated?: boolean;
}

interface KirbyColumn {
  readonly id: string;
  readonly width: string;
  readonly span: { readonly value?: number };
  readonly blocks: readonly KirbyBlock[];
  readonly idGenerated?: boolean;
}

interface Answer {
  readonly error?: unknown;
  readonly blocks?: readonly KirbyBlock[];
  readonly layouts?: readonly {
    readonly id: string;
    readonly columns: readonly KirbyColumn[];
    readonly idGenerated?: boolean;
  }[];
}

function inputOf(request: Readonly<Record<string, unknown>>): JsonValue {
  return (request['data'] ?? request['value'] ?? null) as JsonValue;
}

describe('Kirby’s own answers for blocks', () => {
  it.each(vectors('blocks').map((one) => [one.name, one] as const))(
    '%s',
    (_name, { request, result, ok }) => {
      const answer = result as Answer;
      const rendered = renderBlocks(inputOf(request), pageContext(site, request['parent']));
      if (!ok || answer.error !== undefined) {
        expect(rendered).toHaveProperty('error');
        return;
      }
      expect('blocks' in rendered ? rendered.blocks.map(comparable) : rendered).toEqual(
        answer.blocks?.map(expected),
      );
    },
  );
});

describe('to the blank', () => {
  const exact = vectors('blocks').flatMap((one) => {
    const { blocks = [] } = one.result as Answer;
    return blocks.length > 0 ? [[one.name, one] as const] : [];
  });

  it.each(exact)('%s', (_name, { request, result }) => {
    const rendered = renderBlocks(inputOf(request), pageContext(site, request['parent']));
    expect('blocks' in rendered && rendered.blocks.map(({ html }) => html)).toEqual(
      (result as Answer).blocks?.map(({ html }) => withOurAddresses(html)),
    );
  });
});

describe('Kirby’s own answers for layouts', () => {
  it.each(vectors('layout').map((one) => [one.name, one] as const))(
    '%s',
    (_name, { request, result, ok }) => {
      const answer = result as Answer;
      const rendered = renderLayout(inputOf(request), pageContext(site, request['parent']));
      if (!ok || answer.error !== undefined) {
        expect(rendered).toHaveProperty('error');
        return;
      }
      const layouts = 'layouts' in rendered ? rendered.layouts : [];
      // Where deprecations end a request, a width that twelve cannot be divided by does, too.
      const isStrict = request['errors'] === 'all';
      expect(
        layouts.map(({ id, columns }) => ({
          id: idOf(id),
          columns: columns.map((column) => ({
            id: idOf(column.id),
            width: column.width,
            span: isStrict ? undefined : column.span,
            blocks: column.blocks.map(comparable),
          })),
        })),
      ).toEqual(
        answer.layouts?.map(({ id, columns }) => ({
          id,
          columns: columns.map((column) => ({
            id: column.id,
            width: column.width,
            span: column.span.value,
            blocks: column.blocks.map(expected),
          })),
        })),
      );
    },
  );
});

function comparable(block: { id: string; type: string; isHidden: boolean; html: string }) {
  return { ...block, id: idOf(block.id), html: normalise(block.html) };
}

function expected({ id, type, isHidden, html }: KirbyBlock) {
  return { id, type, isHidden, html: normalise(withOurAddresses(html)) };
}

/** Ids in the form of Kirby's generated ones stand for themselves in the records. */
function idOf(id: string): string {
  return /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id)
    ? '{uuid}'
    : id;
}
