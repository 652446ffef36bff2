"""The words of the field as typed, immutable values; no files, no YAML, no Word, no Jinja."""
