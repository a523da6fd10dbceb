<?php

namespace KirbyAuthor;

/** Starts the site's own Kirby by its own index.php, with editors' texts, and keeps it from writing. */
final class Site
{
    public static string $base = '';
    private static string $folder = '';

    /** @var array<int, true> the apps that are tamed */
    private static array $tamed = [];

    /** @param array<string, string> $overlay texts by path */
    public static function prepare(string $index, string $folder, string $base, array $overlay): void
    {
        self::$folder = $folder;
        self::$base = $base;
        foreach (self::folders() as $one) {
            is_dir($one) || mkdir($one, 0700, true);
        }
        // Kirby's own alias comes from an autoloader as well, and ours is asked first.
        spl_autoload_register(static function (string $class): void {
            if (strtolower($class) === 'kirby') {
                require_once __DIR__ . '/app.php';
                class_alias(App::class, 'Kirby');
            }
        });
        self::loadKirby($index);
        if (property_exists(\Kirby\Cms\App::class, 'enableWhoops')) {
            \Kirby\Cms\App::$enableWhoops = false;
        }
        require_once __DIR__ . '/overlay.php';
        foreach ($overlay as $file => $text) {
            Overlay::$texts[Overlay::key((string)$file)] = (string)$text;
        }
        foreach (['txt', 'md', 'mdown'] as $extension) {
            \Kirby\Data\Data::$handlers[$extension] = Overlay::class;
        }
        // For an index.php that says `new Kirby\Cms\App`.
        \Kirby\Cms\App::plugin('kirby-author/preview', ['hooks' => [
            'system.loadPlugins:after' => static function () {
                Site::tame(\Kirby\Cms\App::instance());
            },
        ]]);
    }

    /** @return array<string, string> the folders that Kirby writes to, by their names among its roots */
    public static function folders(): array
    {
        $folders = [];
        foreach (['media', 'cache', 'sessions', 'logs'] as $name) {
            $folders[$name] = self::$folder . '/' . $name;
        }
        return $folders;
    }

    /** What has to hold for every app, however it was made. */
    public static function tame(\Kirby\Cms\App $app): void
    {
        if (isset(self::$tamed[spl_object_id($app)])) {
            return;
        }
        self::$tamed[spl_object_id($app)] = true;
        $folder = self::$folder;
        $folders = self::folders();
        (function () use ($folder, $folders) {
            $roots = array_merge($this->roots->toArray(), $folders);
            if (is_dir((string)($roots['accounts'] ?? '')) === false) {
                // System::init() would make the folder in the site.
                $roots['accounts'] = $folder . '/accounts';
            }
            $this->roots = new \Kirby\Cms\Ingredients($roots);
            foreach (array_keys($this->options) as $name) {
                if (str_starts_with((string)$name, 'cache.')) {
                    unset($this->options[$name]);
                }
            }
            $memory = ['type' => 'memory'];
            $this->options['cache'] = ['pages' => false, 'updates' => false, 'uuid' => $memory, 'changes' => $memory];
            $components = &$this->extensions['components'];
            $components['email'] = static function () {
                throw new \Exception('The preview sends no mail.');
            };
            if (isset($components['storage'])) {
                require_once __DIR__ . '/storage.php';
                $components['storage'] = static fn ($kirby, $model) => new Storage($model);
            }
            $components['snippet'] = Site::withMarkers($components['snippet']);
            if (method_exists($this, 'unsetWhoopsHandler')) {
                $this->unsetWhoopsHandler();
            }
            // What was made before now knows the old folders.
            $this->site = $this->system = null;
        })->bindTo($app, \Kirby\Cms\App::class)();
        Failure::takeOver();
    }

    /** The site's way to make a snippet, with a comment before and behind each block that has an id. */
    public static function withMarkers(callable $snippet): callable
    {
        return static function ($kirby, $name, array $data = [], bool $slots = false) use ($snippet) {
            $html = $snippet($kirby, $name, $data, $slots);
            $block = $data['block'] ?? null;
            $isBlock = is_string($name) && str_starts_with($name, 'blocks/') && is_object($block);
            if ($isBlock === false || is_string($html) === false) {
                return $html;
            }
            $id = preg_replace('![^\w-]!', '', (string)$block->id());
            return "<!--kb:$id-->$html<!--/kb:$id-->";
        };
    }

    /** Loads the Kirby that index.php would load, by the files that it names or the usual ones. */
    private static function loadKirby(string $index): void
    {
        $root = dirname($index);
        $files = self::filesNamedIn($index);
        foreach ([$root, dirname($root)] as $folder) {
            array_push($files, $folder . '/kirby/bootstrap.php', $folder . '/vendor/autoload.php');
        }
        foreach ($files as $file) {
            if (is_file($file) === false) {
                continue;
            }
            require_once $file;
            if (class_exists(\Kirby\Cms\App::class)) {
                return;
            }
        }
        throw new \Exception('No Kirby was found: index.php names neither a bootstrap.php nor an autoload.php that is there.');
    }

    /**
     * The files that index.php requires by a path below its own folder or beside it:
     * `__DIR__ . '/../kirby/bootstrap.php'`, `dirname(__DIR__) . '/vendor/autoload.php'`, `'kirby/bootstrap.php'`.
     *
     * @return list<string>
     */
    private static function filesNamedIn(string $index): array
    {
        $root = dirname($index);
        $pattern = '!(?:require|include)(?:_once)?\s*\(?\s*'
            . '(?:(?<up>dirname\s*\(\s*__DIR__\s*(?:,\s*(?<levels>\d+)\s*)?\)|__DIR__)\s*\.\s*)?'
            . '["\'](?<path>[^"\'$]+\.php)["\']!';
        preg_match_all($pattern, (string)file_get_contents($index), $found, PREG_SET_ORDER);
        return array_map(static function (array $one) use ($root) {
            $isUp = str_starts_with($one['up'], 'dirname');
            $from = $isUp ? dirname($root, max(1, (int)$one['levels'])) : $root;
            $isWhole = $one['up'] === '' && preg_match('!^(?:/|[a-z]:)!i', $one['path']) === 1;
            return $isWhole ? $one['path'] : $from . '/' . ltrim($one['path'], '/');
        }, $found);
    }
}
