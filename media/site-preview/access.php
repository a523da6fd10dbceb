<?php

namespace KirbyAuthor;

/** Who may ask, and what is sent without asking Kirby. */
final class Access
{
    private const PARAMETER = '_kirby_author';

    /** Folders of a site whose files are nobody's to fetch. */
    private const PRIVATE = '!^/(?:content|site|kirby|vendor|storage|node_modules)(?:/|$)!i';

    /**
     * The address that Kirby has to write into its links: the one that the request came by. Only this
     * machine's own names and the address that the editor forwards from are taken, so that a foreign
     * name that leads here gets nothing. `null` for any other.
     */
    public static function base(string $host, string $forwarded): ?string
    {
        $authority = preg_replace('!^https?://|/$!', '', $forwarded);
        if ($host !== '' && $host === $authority) {
            return rtrim($forwarded, '/');
        }
        return preg_match('!^(?:127\.0\.0\.1|localhost)(?::\d+)?$!', $host) === 1 ? 'http://' . $host : null;
    }

    /**
     * Whether the request brings the token along: in its address, in a cookie, or in the address of
     * the page that asks for a picture or a style. The site never sees it.
     */
    public static function hasToken(string $token): bool
    {
        $cookie = 'kirby_author_' . (int)($_SERVER['SERVER_PORT'] ?? 0);
        parse_str((string)parse_url($_SERVER['HTTP_REFERER'] ?? '', PHP_URL_QUERY), $referrer);
        $brought = [$_GET[self::PARAMETER] ?? '', $_COOKIE[$cookie] ?? '', $referrer[self::PARAMETER] ?? ''];
        $isOurs = $token !== '' && array_filter(
            $brought,
            static fn ($word) => is_string($word) && hash_equals($token, $word)
        ) !== [];
        if ($isOurs && ($_GET[self::PARAMETER] ?? '') === $token) {
            // A page in a frame of another origin keeps only such cookies.
            header('Set-Cookie: ' . $cookie . '=' . $token . '; Path=/; HttpOnly; Secure; SameSite=None; Partitioned');
        }
        unset($_GET[self::PARAMETER], $_REQUEST[self::PARAMETER], $_COOKIE[$cookie]);
        $_SERVER['QUERY_STRING'] = self::withoutToken((string)($_SERVER['QUERY_STRING'] ?? ''));
        [$path] = explode('?', $_SERVER['REQUEST_URI'], 2);
        $query = $_SERVER['QUERY_STRING'];
        $_SERVER['REQUEST_URI'] = '/' . ltrim($path, '/') . ($query === '' ? '' : '?' . $query);
        unset($_SERVER['HTTP_COOKIE']);
        return $isOurs;
    }

    /** A file that the web server of the site would send by itself; never PHP, never the content. */
    public static function publicFile(string $root, string $path): ?string
    {
        if (preg_match(self::PRIVATE, $path) === 1 && preg_match('!^/kirby/(?:panel|assets)/!', $path) !== 1) {
            return null;
        }
        if (preg_match('!/\.|\\\\|\0|\.(?:php\d?|phtml|phar|inc)$!i', $path) === 1) {
            return null;
        }
        $root = realpath($root);
        $file = realpath($root . $path);
        $isInside = $file !== false && str_starts_with($file, $root . DIRECTORY_SEPARATOR);
        return $isInside && is_file($file) ? $file : null;
    }

    /** Sends a file. `return false` would not do: PHP looks in the document root only. */
    public static function send(string $file, string $cache): bool
    {
        static $types = [
            'css' => 'text/css', 'js' => 'text/javascript', 'mjs' => 'text/javascript',
            'svg' => 'image/svg+xml', 'json' => 'application/json', 'html' => 'text/html',
            'woff' => 'font/woff', 'woff2' => 'font/woff2', 'avif' => 'image/avif', 'webp' => 'image/webp',
            'png' => 'image/png', 'jpg' => 'image/jpeg', 'jpeg' => 'image/jpeg', 'gif' => 'image/gif',
            'ico' => 'image/x-icon', 'mp4' => 'video/mp4', 'webm' => 'video/webm', 'mp3' => 'audio/mpeg',
            'pdf' => 'application/pdf', 'txt' => 'text/plain', 'xml' => 'application/xml',
        ];
        $extension = strtolower(pathinfo($file, PATHINFO_EXTENSION));
        header('Content-Type: ' . ($types[$extension] ?? 'application/octet-stream'));
        header('Cache-Control: ' . $cache);
        header('Content-Length: ' . filesize($file));
        readfile($file);
        return true;
    }

    /** The page with the script that scrolls to a block and tells which one was clicked. */
    public static function withScript(string $html): string
    {
        $isHtml = preg_grep('~^Content-Type:(?!\s*text/html)~i', headers_list()) === [];
        $end = strripos($html, '</body>');
        if ($isHtml === false || $end === false) {
            return $html;
        }
        header_remove('Content-Length');
        $script = '<script>' . file_get_contents(__DIR__ . '/frame.js') . '</script>';
        return substr_replace($html, $script, $end, 0);
    }

    private static function withoutToken(string $query): string
    {
        $parts = array_filter(
            explode('&', $query),
            static fn ($part) => str_starts_with($part, self::PARAMETER . '=') === false
        );
        return implode('&', $parts);
    }
}
