import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { manifestIn } from '../../scripts/manifest.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface MenuItem {
  readonly command: string;
  readonly when?: string;
  readonly group?: string;
}

interface Manifest {
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] };
  };
  readonly contributes: {
    readonly languages: readonly Readonly<Record<string, unknown>>[];
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
    }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly keybindings: readonly {
      readonly command: string;
      readonly when: string;
      readonly key: string;
      readonly mac: string;
      readonly args?: string | { readonly commands: readonly string[] };
    }[];
    readonly configuration: readonly {
      readonly title: string;
      readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    }[];
    readonly walkthroughs: readonly {
      readonly id: string;
      readonly steps: readonly {
        readonly description: string;
        readonly completionEvents: readonly string[];
        readonly media: { readonly image: string; readonly altText: string };
      }[];
    }[];
    readonly configurationDefaults: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
}

const text = readFileSync(`${root}/package.json`, 'utf8');
const { contributes, icon, activationEvents, capabilities } = manifestIn() as Manifest;
const { commands, menus, configuration, keybindings } = contributes;

describe('the manifest', () => {
  test('names files that are there', () => {
    const named = [icon, ...text.matchAll(/"((?:\.\/)?(?:media|syntaxes)\/[^"]+)"/g)].map((one) =>
      typeof one === 'string' ? one : (one[1] ?? ''),
    );
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((file) => !existsSync(`${root}/${file}`))).toEqual([]);
  });

  test('shows the first steps, each with a picture and a command that is there', () => {
    const [walkthrough, ...others] = contributes.walkthroughs;
    expect(others).toEqual([]);
    expect(walkthrough?.steps).toHaveLength(4);
    const own = new Set(commands.map(({ command }) => command));
    for (const { description, media, completionEvents } of walkthrough?.steps ?? []) {
      expect(media.altText).not.toBe('');
      expect(media.image).toMatch(/^media\/walkthrough\/\w+\.webp$/);
      const named = [description, ...completionEvents].join(' ').match(/kirbyAuthor\.\w+/g) ?? [];
      expect(named.filter((name) => name !== 'kirbyAuthor.structure' && !own.has(name))).toEqual(
        [],
      );
    }
  });

  test('claims no files of its own accord', () => {
    const [language] = contributes.languages;
    expect(language).toMatchObject({ id: 'kirby-txt' });
    for (const claim of ['extensions', 'filenames', 'filenamePatterns', 'firstLine']) {
      expect(language).not.toHaveProperty(claim);
    }
    expect(activationEvents).not.toContain('*');
    expect(activationEvents).not.toContain('onStartupFinished');
  });

  test('keeps to its own names', () => {
    const names = [...commands.map(({ command }) => command), ...settings().map(([name]) => name)];
    expect(names.filter((name) => !name.startsWith('kirbyAuthor.'))).toEqual([]);
  });

  test.each(commands.map(({ command, title, category }) => [command, title, category] as const))(
    '%s is in Title Case and in our category',
    (_, title, category) => {
      expect(category).toBe('Kirby Author');
      const small = /^(?:to|the|this|of|in|a|and|or|as|at|by|with)$/;
      for (const word of title.split(' '))
        expect(small.test(word) || /^[A-Z]/.test(word)).toBe(true);
    },
  );

  test('shows commands only where they can do something', () => {
    const gated = new Set(menus['commandPalette']?.map(({ command }) => command));
    const open = commands.map(({ command }) => command).filter((command) => !gated.has(command));
    expect(open).toEqual([
      'kirbyAuthor.searchContent',
      'kirbyAuthor.checkSite',
      'kirbyAuthor.showLog',
      'kirbyAuthor.reportProblem',
      'kirbyAuthor.openWalkthrough',
      'kirbyAuthor.restartServer',
    ]);
    const items = Object.values(menus).flat();
    expect(items.filter(({ when }) => when === undefined)).toEqual([]);
  });

  test('speaks of translations only where there are some', () => {
    const whenOf = (wanted: string): readonly (string | undefined)[] => [
      ...new Set(
        Object.values(menus)
          .flat()
          .filter(({ command }) => command === wanted)
          .map(({ when }) => when),
      ),
    ];
    expect(whenOf('kirbyAuthor.openTranslation')).toEqual([
      'editorLangId == kirby-txt && kirbyAuthor.hasTranslations',
    ]);
    expect(whenOf('kirbyAuthor.listUntranslated')).toEqual([
      'editorLangId == kirby-txt && kirbyAuthor.isTranslation',
    ]);
  });

  test('offers to run the PHP of a site only in a trusted workspace of an editor that runs programs', () => {
    const items = Object.values(menus)
      .flat()
      .filter(({ command }) => command === 'kirbyAuthor.openSitePreview');
    expect(items).toHaveLength(2);
    for (const { when } of items) {
      const needs = ['isWorkspaceTrusted', 'kirbyAuthor.runsPrograms', 'resourceScheme == file'];
      expect(when?.split(' && ')).toEqual(expect.arrayContaining(needs));
    }
    const { untrustedWorkspaces } = capabilities;
    expect(untrustedWorkspaces.restrictedConfigurations).toEqual([
      'kirbyAuthor.preview.php',
      'kirbyAuthor.preview.styles',
    ]);
    expect(new Map(settings()).get('kirbyAuthor.preview.php')).toMatchObject({
      scope: 'machine-overridable',
    });
    // The worker of a browser has no processes, and must not carry what starts them.
    expect(readFileSync(`${root}/client/src/extension.ts`, 'utf8')).not.toContain('site-preview');
    expect(readFileSync(`${root}/client/src/browser.ts`, 'utf8')).not.toContain('site-preview');
  });

  test('compares with HEAD wherever git runs, also in the window of a browser', () => {
    const whens = Object.values(menus)
      .flat()
      .filter(({ command }) => command === 'kirbyAuthor.compareWithHead')
      .map(({ when }) => when ?? '');
    expect(whens).toHaveLength(4);
    // A browser shows what runs on a server, too: Codespaces. Without git there is no repository.
    expect(whens.filter((when) => /\bisWeb\b/.test(when))).toEqual([]);
    expect(
      whens.filter((when) => !/gitOpenRepositoryCount > 0|scmProvider == git\b/.test(when)),
    ).toEqual([]);
  });

  test('has what stands at the end of a line in its menu as well, which the keyboard opens', () => {
    const items = menus['view/item/context'] ?? [];
    const [inline, inMenu] = [true, false].map((isInline) =>
      items
        .filter(({ group }) => group?.startsWith('inline') === isInline)
        .map(({ command, when }) => `${command} ${when ?? ''}`),
    );
    expect(inline?.length).toBeGreaterThan(3);
    expect(inline?.filter((one) => inMenu?.includes(one) !== true)).toEqual([]);
  });

  test('menus and keys name commands that there are', () => {
    const known = new Set(commands.map(({ command }) => command));
    // Those of VS Code itself, and what shows a view.
    for (const name of ['undo', 'redo', 'kirbyAuthor.structure.focus']) known.add(name);
    const pressed = keybindings.flatMap(({ command, args }) =>
      typeof args === 'object' ? args.commands : [command],
    );
    const used = [
      ...Object.values(menus)
        .flat()
        .map(({ command }) => command),
      ...pressed,
    ];
    expect(used.filter((command) => !known.has(command))).toEqual([]);
  });

  test('keys work in content and its preview only', () => {
    const inText = keybindings.filter(({ when }) => when === 'editorLangId == kirby-txt');
    const inView = keybindings.filter(({ when }) =>
      when.startsWith('focusedView == kirbyAuthor.structure && !inputFocus'),
    );
    const inBlock = keybindings.filter(({ when }) =>
      when.startsWith('editorTextFocus && editorLangId == kirby-txt && kirbyAuthor.cursorInBlock'),
    );
    const inPreview = keybindings.filter(
      ({ when }) => when === "activeWebviewPanelId == 'kirbyAuthor.preview'",
    );
    expect(inText.length + inView.length + inBlock.length + inPreview.length).toBe(
      keybindings.length,
    );
    expect(new Set(inPreview.map(({ command }) => command.replace(/.*[.]preview/, '')))).toEqual(
      new Set(['ZoomIn', 'ZoomOut', 'ZoomReset']),
    );
    expect(inBlock.map(({ key }) => key)).toEqual(['alt+up', 'alt+down']);
    expect(inText.map(({ key, mac }) => [key, mac])).toEqual([
      ['ctrl+k v', 'cmd+k v'],
      ['ctrl+shift+v', 'cmd+shift+v'],
    ]);
  });

  test('has at most fifteen settings, each with a description, a default and a scope', () => {
    expect(settings().length).toBeLessThanOrEqual(15);
    for (const [name, setting] of settings()) {
      expect(setting, name).toHaveProperty('default');
      expect(setting, name).toHaveProperty('scope');
      expect(setting['markdownDescription'], name).toMatch(/^[A-Z][^]*\.$/);
    }
  });

  test('makes long lines bearable and keeps bytes as they are', () => {
    expect(contributes.configurationDefaults['[kirby-txt]']).toMatchObject({
      'editor.wordWrap': 'on',
      // Where the grammar stops, the server's semantic tokens begin.
      'editor.maxTokenizationLineLength': 20_000,
      'editor.semanticHighlighting.enabled': true,
      'editor.inlayHints.maximumLength': 0,
      'editor.unicodeHighlight.ambiguousCharacters': false,
      'editor.unicodeHighlight.invisibleCharacters': false,
      // VS Code marks each é in Restricted Mode.
      'editor.unicodeHighlight.nonBasicASCII': false,
      'editor.formatOnSave': false,
      'files.trimTrailingWhitespace': false,
      'files.trimFinalNewlines': false,
      'files.insertFinalNewline': false,
    });
  });
});

describe('the language configuration', () => {
  const language = JSON.parse(
    readFileSync(`${root}/syntaxes/language-configuration.json`, 'utf8'),
  ) as {
    readonly comments?: unknown;
    readonly wordPattern: { readonly pattern: string; readonly flags: string };
    readonly autoClosingPairs: readonly { readonly open: string }[];
  };
  const word = new RegExp(language.wordPattern.pattern, `g${language.wordPattern.flags}`);

  test('knows no comments, since the format has none', () => {
    expect(language).not.toHaveProperty('comments');
  });

  test('never types a quote that nobody typed', () => {
    expect(language.autoClosingPairs.map(({ open }) => open)).not.toContain('"');
  });

  test.each([
    ['Visual-color: a', ['Visual-color', 'a']],
    ['"visual_color":30', ['visual_color', '30']],
    ['l’été, déjà', ['l', 'été', 'déjà']],
    ['m\\u00e9diation num\\u00e9rique', ['m\\u00e9diation', 'num\\u00e9rique']],
    ['- file://x0Eszp6nhmEIe0aI', ['file', 'x0Eszp6nhmEIe0aI']],
    ['(image: etabli-1.jpg)', ['image', 'etabli-1', 'jpg']],
  ])('reads %s as words', (line, words) => {
    expect(line.match(word)).toEqual(words);
  });
});

function settings(): readonly (readonly [string, Readonly<Record<string, unknown>>])[] {
  return configuration.flatMap(({ properties }) => Object.entries(properties));
}
