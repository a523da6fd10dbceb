<?php

namespace KirbyAuthor;

/** What `new Kirby(…)` of the site's index.php makes: it writes to our folder from the very start. */
class App extends \Kirby\Cms\App
{
    public function __construct(array $props = [], bool $setInstance = true)
    {
        $props['roots'] = Site::folders() + ($props['roots'] ?? []);
        $props['cli'] = false;
        parent::__construct($props, $setInstance);
        Site::tame($this);
    }

    /** Addresses are those of the preview, whatever the site's configuration says of its own. */
    protected function optionsFromEnvironment(array $props = []): array
    {
        parent::optionsFromEnvironment($props);
        $this->options['url'] = Site::$base;
        $this->environment->detect(['allowed' => Site::$base, 'cli' => false], $props['server'] ?? null);
        return $this->options;
    }
}
