<?php

/**
 * The router of PHP's built-in server for "Preview with the Site's Own Templates".
 *
 * Environment: KIRBY_AUTHOR_FOLDER, a temporary folder of the extension that holds `state.json`
 * (`{"base": "http://127.0.0.1:1234", "overlay": {"/site/content/home.txt": "Title: …"}}`) and takes
 * whatever Kirby would write; KIRBY_AUTHOR_TOKEN, the word that every request has to bring along.
 */

namespace KirbyAuthor;

require __DIR__ . '/access.php';
require __DIR__ . '/failure.php';
require __DIR__ . '/site.php';

$folder = (string)getenv('KIRBY_AUTHOR_FOLDER');
$state = json_decode((string)@file_get_contents($folder . '/state.json'), true);
$state = is_array($state) ? $state : [];

$base = Access::base((string)($_SERVER['HTTP_HOST'] ?? ''), (string)($state['base'] ?? ''));
if ($base === null || Access::hasToken((string)getenv('KIRBY_AUTHOR_TOKEN')) === false) {
    http_response_code(403);
    header('Content-Type: text/plain');
    echo 'This preview is for the editor that started it.';
    return true;
}

$path = rawurldecode((string)parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
if ($path === '/__kirby-author/alive') {
    echo 'yes';
    return true;
}

$root = (string)realpath($_SERVER['DOCUMENT_ROOT']);
$asset = Access::publicFile($root, $path);
if ($asset !== null) {
    return Access::send($asset, 'no-cache');
}
$published = str_starts_with($path, '/media/') ? Access::publicFile($folder, $path) : null;
if ($published !== null) {
    return Access::send($published, 'no-cache');
}

Failure::watch();
header_register_callback(static function () {
    // The page has to fit into a frame of the editor, and must not be kept.
    foreach (['X-Frame-Options', 'Content-Security-Policy', 'Strict-Transport-Security'] as $name) {
        header_remove($name);
    }
    header('Cache-Control: no-store');
    header('Referrer-Policy: same-origin');
});

$index = $root . '/index.php';
chdir($root);
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = '/index.php';
$_SERVER['SCRIPT_FILENAME'] = $index;
$isQuestion = $path === '/__kirby-author/where';

if ($isQuestion) {
    // Kirby's own switch: App::render() gives null (src/Cms/App.php).
    $_ENV['KIRBY_RENDER'] = 'false';
    $_SERVER['REQUEST_URI'] = '/';
}
ob_start(static fn (string $html): string => $isQuestion ? $html : Access::withScript($html));
try {
    Site::prepare($index, $folder, $base, $state['overlay'] ?? []);
    if ($isQuestion) {
        ob_start();
        (static fn () => include $index)();
        $answer = require __DIR__ . '/where.php';
        ob_end_clean();
        header('Content-Type: application/json');
        echo json_encode($answer, JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE);
    } else {
        (static fn () => include $index)();
    }
} catch (\Throwable $error) {
    Failure::show($error->getMessage(), $error->getFile(), $error->getLine(), $isQuestion);
}
return true;
