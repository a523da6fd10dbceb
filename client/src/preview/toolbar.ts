interface Tool {
  /** Drawn in a square of sixteen. */
  readonly icon: string;
  /** The key that does the same, as `aria-keyshortcuts` names it. */
  readonly key?: string;
}

const eye = 'M1.5 8s2.5-4.5 6.5-4.5S14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8z';

const tools = {
  up: { icon: 'M8 13V3M4 7l4-4 4 4', key: 'Alt+ArrowUp' },
  down: { icon: 'M8 3v10M4 9l4 4 4-4', key: 'Alt+ArrowDown' },
  add: { icon: 'M8 3v10M3 8h10', key: 'Control+Enter' },
  duplicate: { icon: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3', key: 'Shift+Alt+ArrowDown' },
  hide: { icon: `${eye}M3 13 13 3` },
  show: { icon: `${eye}M8 6.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3z` },
  delete: { icon: 'M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.7 9h6.6l.7-9', key: 'Delete' },
  edit: { icon: 'M3 13l.7-3L11 2.7 13.3 5 6 12.3z', key: 'F2' },
} as const satisfies Record<string, Tool>;

/** What the parts of the toolbar are called. */
export type ToolWords = Readonly<Record<'label' | 'drag' | keyof typeof tools, string>>;

/**
 * The one toolbar of the page, and the line that shows where something is dropped. Both are hidden: the
 * webview puts them where they belong.
 *
 * @param escaped makes a text fit for an attribute
 */
export function toolbarHtml(words: ToolWords, escaped: (text: string) => string): string {
  const labels: Readonly<Record<string, string>> = words;
  const buttons = Object.entries<Tool>(tools).map(([name, { icon, key }]) => {
    const label = escaped(labels[name] ?? name);
    const shortcut = key === undefined ? '' : ` aria-keyshortcuts="${key}"`;
    return `<button type="button" data-action="${name}" title="${label}" aria-label="${label}"${shortcut} tabindex="-1">${drawn(icon)}</button>`;
  });
  const dots = drawn('M6 3v0M10 3v0M6 8v0M10 8v0M6 13v0M10 13v0');
  return `<div id="tools" role="toolbar" aria-label="${escaped(words.label)}" hidden>
<span id="grip" draggable="true" title="${escaped(words.drag)}" aria-hidden="true">${dots}</span>
${buttons.join('\n')}
</div>
<div id="gap" hidden></div>`;
}

function drawn(icon: string): string {
  return `<svg viewBox="0 0 16 16" aria-hidden="true"><path d="${icon}"/></svg>`;
}
