import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FromWebview, ToWebview } from '../../client/messages/messages.ts';
import { parseFromWebview, parsePanelState, parseToWebview } from '../../client/messages/parse.ts';

const state = { uri: 'file:///a.txt', isLocked: false };
const withoutRoots = {
  kind: 'update',
  full: true,
  fragments: [{ key: 'a', html: '<p>' }],
  removed: ['b'],
  broken: [{ field: 'layout', message: 'x' }],
  base: 'https://x/',
  language: 'fr',
  direction: 'rtl',
} as const;
const update = { ...withoutRoots, roots: ['a'] } as const;

const toWebview: readonly ToWebview[] = [
  update,
  withoutRoots,
  { kind: 'mark', key: 'a', scroll: true },
  { kind: 'mark', scroll: false },
  { kind: 'remember', state },
  { kind: 'remember', state: { ...state, view: { width: 'phone', zoom: 125 } } },
  { kind: 'export' },
  { kind: 'styles', sheets: [{ text: 'p {}', base: 'https://x/a.css' }], folder: 'x', root: 'y' },
  { kind: 'scroll', key: 'a', progress: 0.5 },
  { kind: 'editing', isAllowed: true },
  { kind: 'focus', key: 'a' },
  { kind: 'sourceText', key: 'a', part: 'text', text: 'b' },
  { kind: 'written', key: 'a' },
];

const fromWebview: readonly FromWebview[] = [
  { kind: 'ready' },
  { kind: 'fix' },
  { kind: 'showText' },
  { kind: 'reveal', key: 'a', focus: true },
  { kind: 'openLink', href: 'https://example.org' },
  { kind: 'editText', key: 'a' },
  { kind: 'exported', html: '<p>', styles: 'p {}', isStyled: true },
  { kind: 'scrolled', key: 'a', progress: 1 },
  { kind: 'act', action: 'duplicate', key: 'a' },
  { kind: 'move', key: 'a', target: 'b', side: 'before' },
  { kind: 'undo', isRedo: false },
  { kind: 'askText', key: 'a', part: '' },
  { kind: 'draft', key: 'a', part: 'text', text: 'b' },
  { kind: 'writeText', key: 'a', part: 'text', before: 'b', after: 'c' },
];

describe('messages', () => {
  test.each(toWebview.map((message) => [message.kind, message] as const))(
    '%s arrives at the webview as it was sent',
    (_, message) => {
      expect(parseToWebview(structuredClone(message))).toEqual(message);
    },
  );

  test.each(fromWebview.map((message) => [message.kind, message] as const))(
    '%s arrives at the extension as it was sent',
    (_, message) => {
      expect(parseFromWebview(structuredClone(message))).toEqual(message);
    },
  );

  test('what is more than a message is cut down to one', () => {
    const message = { kind: 'ready', command: 'workbench.action.quit' };
    expect(parseFromWebview(message)).toEqual({ kind: 'ready' });
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a list', [{ kind: 'ready' }]],
    ['an unknown kind', { kind: 'quit' }],
    ['a place beyond the end', { kind: 'scrolled', key: 'a', progress: 1.1 }],
    ['a place that is no number', { kind: 'scrolled', key: 'a', progress: NaN }],
    ['a key that is no text', { kind: 'reveal', key: 1, focus: true }],
    ['a link that is no text', { kind: 'openLink', href: ['https://example.org'] }],
    ['a missing focus', { kind: 'reveal', key: 'a' }],
    ['an unknown action', { kind: 'act', action: 'quit', key: 'a' }],
    ['an action that is a name of objects', { kind: 'act', action: 'toString', key: 'a' }],
    ['an action on nothing', { kind: 'act', action: 'up' }],
    ['a question without a part', { kind: 'askText', key: 'a' }],
    ['a draft without a text', { kind: 'draft', key: 'a', part: '' }],
    ['a text without what it was', { kind: 'writeText', key: 'a', part: '', after: 'c' }],
    ['an undo that may be a redo', { kind: 'undo' }],
    ['an unknown side', { kind: 'move', key: 'a', target: 'b', side: 'left' }],
    ['a move to nowhere', { kind: 'move', key: 'a', side: 'before' }],
  ])('the extension ignores %s', (_, message) => {
    expect(parseFromWebview(message)).toBeUndefined();
  });

  test.each([
    ['a fragment without HTML', { ...update, fragments: [{ key: 'a' }] }],
    ['fragments that are no list', { ...update, fragments: {} }],
    ['roots that are no texts', { ...update, roots: [1] }],
    ['a problem without a message', { ...update, broken: [{ field: 'a' }] }],
    ['a base that is no text', { ...update, base: undefined }],
    ['a mark without a scroll', { kind: 'mark', key: 'a' }],
    ['a key that is no text', { kind: 'mark', key: 1, scroll: true }],
    ['a right that is no truth', { kind: 'editing', isAllowed: 'yes' }],
    ['a source without a text', { kind: 'sourceText', key: 'a', part: '' }],
    ['nothing that was written', { kind: 'written' }],
    ['a focus on nothing', { kind: 'focus' }],
    ['a state without an address', { kind: 'remember', state: { isLocked: true } }],
  ])('the webview ignores %s', (_, message) => {
    expect(parseToWebview(message)).toBeUndefined();
  });

  test('a state that was kept comes back without what is not ours', () => {
    expect(parsePanelState({ ...state, place: { key: 'a', offset: 1 } })).toEqual(state);
  });

  test('any value is read without a throw', () => {
    fc.assert(
      fc.property(
        fc.anything(),
        fc.constantFrom('update', 'mark', 'remember', 'reveal'),
        (value, kind) => {
          const message = typeof value === 'object' ? { ...value, kind } : value;
          parseToWebview(message);
          parseFromWebview(message);
          parsePanelState(value);
        },
      ),
    );
  });
});
