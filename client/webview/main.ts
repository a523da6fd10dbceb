import type { PanelState, ToWebview, Update } from '../messages/messages.ts';
import { parsePanelState, parseToWebview } from '../messages/parse.ts';
import { listenToActionKeys } from './action-keys.ts';
import { Banner } from './banner.ts';
import { Cursor } from './cursor.ts';
import { exportedPage } from './export.ts';
import { listenToDrag } from './drag.ts';
import { type Host, type KeptState, parseFocus } from './host.ts';
import { listenToReturn } from './keyboard-return.ts';
import { listenToKeyboard } from './keyboard.ts';
import { Page } from './page.ts';
import { listenToPointer } from './pointer.ts';
import { ScrollSync } from './scroll-sync.ts';
import { parseScrollPlace, scrollPlace, scrollTo } from './scroll.ts';
import { SheetView } from './sheet-view.ts';
import { SiteStyles } from './site-styles.ts';
import { Stops } from './stops.ts';
import { TextEditor } from './text-editor.ts';
import { Tools } from './tools.ts';

declare function acquireVsCodeApi(): Host;

start(acquireVsCodeApi());

function start(host: Host): void {
  const container = part('page');
  const page = new Page(container);
  const stops = new Stops(container);
  const cursor = new Cursor(page);
  const sync = new ScrollSync(page, container, (place) => {
    host.postMessage({ kind: 'scrolled', ...place });
  });
  const banner = new Banner(
    part('problems'),
    part('fix'),
    () => {
      host.postMessage({ kind: 'fix' });
    },
    () => {
      stops.enter();
    },
  );
  const styles = new SiteStyles(part('sheet'), container, part('text-style'));
  const view = new SheetView(part('sheet'));
  const tools = new Tools(part('tools'), container, page, {
    act: (action, key) => {
      host.postMessage({ kind: 'act', action, key });
    },
    edit: (key, near) => {
      texts.edit(key, near);
    },
  });
  const texts = new TextEditor(page, container, {
    ask: (key, part) => {
      host.postMessage({ kind: 'askText', key, part });
    },
    open: (key) => {
      host.postMessage({ kind: 'editText', key });
    },
    draft: (text) => {
      host.postMessage({ kind: 'draft', ...text });
    },
    write: (text) => {
      host.postMessage({ kind: 'writeText', ...text });
    },
  });
  const kept = host.getState();
  let state: PanelState | undefined = parsePanelState(kept);
  /** Where to scroll to when the whole page is there next. */
  let place = parseScrollPlace(kept);
  /** What is to have the keyboard then. */
  let focus = parseFocus(kept);
  let isFresh = true;

  const update = (change: Update): void => {
    stops.hold();
    texts.during(() => {
      page.apply(change);
    });
    stops.settle();
    banner.show(change.broken);
    cursor.refresh();
    tools.refresh();
    part('waiting').hidden = true;
    part('empty').hidden = !page.isEmpty;
    if (!isFresh || !change.full) return;
    isFresh = false;
    scrollTo(page, place);
    if (focus === undefined) return;
    if (document.hasFocus()) stops.enter(focus);
    focus = undefined;
    keep();
  };

  const keep = (more: Pick<KeptState, 'focus'> = {}): void => {
    if (state === undefined) return;
    const top = scrollPlace(container);
    host.setState({ ...state, ...(top === undefined ? {} : { place: top }), ...more });
  };

  const receive = (message: ToWebview): void => {
    switch (message.kind) {
      case 'update':
        update(message);
        break;
      case 'mark':
        if (message.scroll) sync.release();
        cursor.mark(message.key, message.scroll);
        break;
      case 'scroll':
        sync.follow(message);
        break;
      case 'styles':
        styles.show(message);
        break;
      case 'export':
        host.postMessage(exportedPage(part('sheet'), container, page.base));
        break;
      case 'editing':
        tools.allow(message.isAllowed);
        break;
      case 'focus':
        tools.follow(message.key);
        break;
      case 'sourceText':
        texts.begin(message);
        tools.hide();
        break;
      case 'written':
        stops.hold();
        texts.end(message.key);
        stops.settle();
        tools.refresh();
        break;
      case 'remember':
        if (message.state.uri !== state?.uri) {
          isFresh = true;
          place = undefined;
          focus = undefined;
          host.setState(message.state);
        }
        if (!view.isShown(message.state.view)) {
          const top = scrollPlace(container);
          view.show(message.state.view);
          if (top !== undefined) scrollTo(page, top);
        }
        state = message.state;
        if (!isFresh) keep();
        break;
    }
  };

  addEventListener('message', (event: MessageEvent<unknown>) => {
    const message = parseToWebview(event.data);
    if (message !== undefined) receive(message);
  });
  listenToReturn(stops);
  listenToPointer(container, {
    reveal: (key) => {
      host.postMessage({ kind: 'reveal', key, focus: false });
    },
    editText: (key) => {
      host.postMessage({ kind: 'editText', key });
    },
    openLink: (href) => {
      host.postMessage({ kind: 'openLink', href });
    },
    allow: (what, name) => {
      const { key } = stops;
      if (key !== undefined) keep({ focus: key });
      host.postMessage({ kind: 'allow', what, host: name });
    },
  });
  listenToDrag({ grip: part('grip'), line: part('gap'), container }, tools, (drop) => {
    host.postMessage({ kind: 'move', ...drop });
  });
  listenToActionKeys(tools, (isRedo) => {
    host.postMessage({ kind: 'undo', isRedo });
  });
  listenToKeyboard(stops, {
    reveal: (key) => {
      host.postMessage({ kind: 'reveal', key, focus: true });
    },
    leave: () => {
      host.postMessage({ kind: 'showText' });
    },
  });
  document.addEventListener('scrollend', () => {
    keep();
  });
  host.postMessage({ kind: 'ready' });
}

/** An element of the page's shell. */
function part(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no #${id}.`);
  return element;
}
