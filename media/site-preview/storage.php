<?php

namespace KirbyAuthor;

use Kirby\Cms\Language;
use Kirby\Content\PlainTextStorage;
use Kirby\Content\VersionId;

/** Where Kirby 5 looks for content: editors first, and nothing is written or deleted. */
class Storage extends PlainTextStorage
{
    public function exists(VersionId $versionId, Language $language): bool
    {
        return Overlay::has($this->contentFile($versionId, $language)) || parent::exists($versionId, $language);
    }

    public function read(VersionId $versionId, Language $language): array
    {
        $file = $this->contentFile($versionId, $language);
        return Overlay::has($file) ? Overlay::read($file) : parent::read($versionId, $language);
    }

    public function delete(VersionId $versionId, Language $language): void
    {
    }

    public function touch(VersionId $versionId, Language $language): void
    {
    }

    protected function write(VersionId $versionId, Language $language, array $fields): void
    {
        $kept = array_filter($fields, static fn ($value) => $value !== null);
        Overlay::write($this->contentFile($versionId, $language), $kept);
    }
}
