<?php

namespace KirbyAuthor;

/** What is shown when the site's own PHP fails: the message, the file and the line. */
final class Failure
{
    private static bool $isShown = false;

    /** Warnings become errors, as Kirby's own error handler has it, and fatal errors get a page. */
    public static function watch(): void
    {
        register_shutdown_function(static function () {
            $last = error_get_last();
            $fatal = E_ERROR | E_PARSE | E_CORE_ERROR | E_COMPILE_ERROR | E_USER_ERROR;
            if ($last !== null && ($last['type'] & $fatal) !== 0 && self::$isShown === false) {
                $isQuestion = ($_ENV['KIRBY_RENDER'] ?? '') === 'false';
                [$message] = explode("\nStack trace:", $last['message'], 2);
                self::show($message, $last['file'], $last['line'], $isQuestion);
            }
        });
        self::takeOver();
    }

    /** Puts our handlers in the place of whichever there are. */
    public static function takeOver(): void
    {
        set_error_handler(
            static function (int $level, string $message, string $file, int $line): bool {
                if ((error_reporting() & $level) === 0) {
                    return true;
                }
                throw new \ErrorException($message, 0, $level, $file, $line);
            },
            E_ALL & ~E_DEPRECATED & ~E_USER_DEPRECATED
        );
        set_exception_handler(static function (\Throwable $error) {
            $isQuestion = ($_ENV['KIRBY_RENDER'] ?? '') === 'false';
            self::show($error->getMessage(), $error->getFile(), $error->getLine(), $isQuestion);
        });
    }

    public static function show(string $message, string $file, int $line, bool $asJson): void
    {
        self::$isShown = true;
        while (ob_get_level() > 0 && @ob_end_clean()) {
            // What has been printed so far is half a page.
        }
        if (headers_sent() === false) {
            http_response_code($asJson ? 200 : 500);
            header('Content-Type: ' . ($asJson ? 'application/json' : 'text/html; charset=utf-8'));
        }
        $error = ['message' => $message, 'file' => $file, 'line' => $line];
        $flags = JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE | JSON_HEX_TAG;
        if ($asJson) {
            echo json_encode(['error' => $error], $flags);
            return;
        }
        $news = json_encode(['kirbyAuthor' => 'error'] + $error, $flags);
        $text = htmlspecialchars($message, ENT_SUBSTITUTE);
        $place = htmlspecialchars($file . ':' . $line, ENT_SUBSTITUTE);
        $script = file_get_contents(__DIR__ . '/frame.js');
        echo '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>The site failed</title>'
            . '<body style="font: 16px/1.5 sans-serif; margin: 2em; color: #222; background: #fff">'
            . '<h1 style="font-size: 1.2em">The site&rsquo;s own PHP failed</h1>'
            . "<p>$text</p><p><code>$place</code></p>"
            . "<script>$script</script><script>parent.postMessage($news, '*')</script></body></html>";
    }
}
