<?php

/**
 * Where the page of a content file is on the site: `?file=/site/content/_drafts/idea/note.en.txt` gives
 * `{"url": "http://127.0.0.1:1234/en/idea?_token=…", "id": "idea", "language": "en", "draft": true}`.
 */

namespace KirbyAuthor;

$app = \Kirby\Cms\App::instance();
Site::tame($app);

$file = Overlay::key((string)($_GET['file'] ?? ''));
$content = Overlay::key($app->root('content'));
$folder = dirname($file);
if ($folder !== $content && str_starts_with($folder, $content . '/') === false) {
    return ['error' => ['message' => 'The file is not in the content folder of this site.']];
}

$slugs = [];
$hasChanges = false;
foreach (array_filter(explode('/', substr($folder, strlen($content)))) as $name) {
    if ($name === '_changes') {
        $hasChanges = true;
    } elseif ($name !== '_drafts') {
        $slugs[] = preg_replace('!^\d+_!', '', $name);
    }
}

// A name ends with the code of a language only where the site has several.
$language = null;
if ($app->multilang()) {
    $parts = explode('.', basename($file));
    $code = count($parts) > 2 ? $parts[count($parts) - 2] : null;
    $language = $code !== null && $app->language($code) !== null ? $code : $app->defaultLanguage()->code();
    $app->setCurrentLanguage($language);
}

$page = $slugs === [] ? $app->site()->homePage() : $app->page(implode('/', $slugs));
if ($page === null) {
    return ['error' => ['message' => 'Kirby finds no page for this file.']];
}

$url = $language === null ? $page->url() : $page->url($language);
if ($page->isDraft() || $hasChanges) {
    if (method_exists($page, 'version')) {
        // Version::url() is null for visitors; the token by itself is not (Kirby 5).
        $version = $page->version($hasChanges ? 'changes' : 'latest');
        $query = ['_token' => $version->previewToken()] + ($hasChanges ? ['_version' => 'changes'] : []);
    } else {
        $query = ['token' => (fn () => $this->token())->call($page)];
    }
    $url .= (str_contains($url, '?') ? '&' : '?') . http_build_query($query);
}

return ['url' => $url, 'id' => $page->id(), 'language' => $language, 'draft' => $page->isDraft()];
