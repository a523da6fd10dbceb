<?php

namespace KirbyAuthor;

use Kirby\Data\Txt;

/**
 * Kirby's reader of content files, with the texts of open editors in the place of the files they
 * belong to. What a template saves stays in memory for this one request.
 */
class Overlay extends Txt
{
    /** @var array<string, string> texts by the real path of their file */
    public static array $texts = [];

    /** The path that a file is known by: links followed, slashes forward; also of one not there yet. */
    public static function key(string $file): string
    {
        $real = realpath($file);
        if ($real === false) {
            $folder = realpath(dirname($file));
            $real = $folder === false ? $file : $folder . '/' . basename($file);
        }
        $real = str_replace('\\', '/', $real);
        return DIRECTORY_SEPARATOR === '\\' ? strtolower($real) : $real;
    }

    public static function has(string $file): bool
    {
        return isset(self::$texts[self::key($file)]);
    }

    public static function read(string $file): array
    {
        $text = self::$texts[self::key($file)] ?? null;
        return $text === null ? parent::read($file) : static::decode($text);
    }

    public static function write(string $file, $data = []): bool
    {
        self::$texts[self::key($file)] = static::encode((array)$data);
        return true;
    }
}
