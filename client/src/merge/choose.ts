import * as vscode from 'vscode';
import type { MergeDifference, MergeResult } from '../../../server/src/protocol/index.ts';

type Choice = 'ours' | 'theirs' | 'both';

/** Nothing but a choice: the list itself is the way to apply, an item the way to another choice. */
interface Item extends vscode.QuickPickItem {
  readonly difference?: MergeDifference;
}

/**
 * Lets an author go through the differences of a conflict. What only one side has changed is chosen
 * already; what both have changed comes first, one after the other.
 *
 * @returns `undefined`: given up
 */
export async function choose({
  fields,
  differences,
}: MergeResult): Promise<readonly { readonly id: string; readonly choice: Choice }[] | undefined> {
  const choices = new Map<string, Choice>(differences.map(({ id, preset }) => [id, preset]));
  const open = new Set(differences.filter(({ isDecided }) => !isDecided).map(({ id }) => id));
  let last: string | undefined;
  for (;;) {
    const [next = last] = open;
    const chosen = await pick(
      vscode.l10n.t('Resolve block by block: {0}', fields.join(', ')),
      itemsOf(differences, choices, open),
      ({ difference }) => open.size > 0 && difference !== undefined && difference.id === next,
    );
    if (chosen === undefined) return undefined;
    const { difference } = chosen;
    if (difference === undefined) return [...choices].map(([id, choice]) => ({ id, choice }));
    const choice = await another(difference, choices.get(difference.id) ?? difference.preset);
    last = difference.id;
    if (choice === undefined) continue;
    choices.set(difference.id, choice);
    open.delete(difference.id);
  }
}

function itemsOf(
  differences: readonly MergeDifference[],
  choices: ReadonlyMap<string, Choice>,
  open: ReadonlySet<string>,
): readonly Item[] {
  const toItem = (difference: MergeDifference): Item => {
    const choice = choices.get(difference.id) ?? difference.preset;
    return {
      label: difference.title,
      description: nameOf(choice),
      detail: choice === 'both' ? `${difference.ours} / ${difference.theirs}` : difference[choice],
      difference,
    };
  };
  const separator = (label: string): Item => ({
    label,
    kind: vscode.QuickPickItemKind.Separator,
  });
  const toDecide = differences.filter(({ id }) => open.has(id));
  const settled = differences.filter(({ id }) => !open.has(id));
  return [
    {
      label: vscode.l10n.t('Apply'),
      description:
        open.size === 0
          ? vscode.l10n.t('Everything is decided')
          : vscode.l10n.t('{0} still to decide', open.size),
    },
    ...(toDecide.length === 0 ? [] : [separator(vscode.l10n.t('To decide'))]),
    ...toDecide.map(toItem),
    ...(settled.length === 0 ? [] : [separator(vscode.l10n.t('Decided'))]),
    ...settled.map(toItem),
  ];
}

async function another(difference: MergeDifference, current: Choice): Promise<Choice | undefined> {
  const { title, ours, theirs, canBoth } = difference;
  const items: readonly (vscode.QuickPickItem & { readonly choice: Choice })[] = [
    { label: nameOf('ours'), detail: ours, choice: 'ours' },
    { label: nameOf('theirs'), detail: theirs, choice: 'theirs' },
    ...(canBoth
      ? [
          {
            label: nameOf('both'),
            detail: vscode.l10n.t('Yours, and theirs below it'),
            choice: 'both' as const,
          },
        ]
      : []),
  ];
  return (await pick(title, items, ({ choice }) => choice === current))?.choice;
}

function nameOf(choice: Choice): string {
  switch (choice) {
    case 'ours':
      return vscode.l10n.t('Yours');
    case 'theirs':
      return vscode.l10n.t('Theirs');
    case 'both':
      return vscode.l10n.t('Both');
  }
}

/** A list with a title, of which one item is active from the beginning. */
function pick<Shown extends vscode.QuickPickItem>(
  title: string,
  items: readonly Shown[],
  isActive: (item: Shown) => boolean,
): Promise<Shown | undefined> {
  const list = vscode.window.createQuickPick<Shown>();
  list.title = title;
  list.items = items;
  const active = items.find(isActive);
  // Otherwise the first one is.
  if (active !== undefined) list.activeItems = [active];
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  list.ignoreFocusOut = true;
  return new Promise((resolve) => {
    list.onDidAccept(() => {
      const [chosen] = list.activeItems;
      if (chosen === undefined) return;
      resolve(chosen);
      list.dispose();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}
