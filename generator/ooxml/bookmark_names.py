"""The names of the bookmarks that items have: the same in every document and version."""

from __future__ import annotations

import hashlib

PREFIX = "_s"
_HASH_BYTES = 10


def bookmark_name(item_id: str) -> str:
    """Return the name of an item's bookmark."""
    return PREFIX + hashlib.blake2b(item_id.encode("utf-8", "replace"), digest_size=_HASH_BYTES).hexdigest()
