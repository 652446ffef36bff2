"""What the operating system complains of, in Swedish: its own words are in whatever language it has."""

from __future__ import annotations

import errno

_REASONS = {
    errno.EACCES: "du saknar rättighet, eller så håller ett annat program den öppen",
    errno.EPERM: "du saknar rättighet, eller så håller ett annat program den öppen",
    errno.EBUSY: "ett annat program håller den öppen",
    errno.ENOENT: "den finns inte längre",
    errno.EISDIR: "det är en mapp",
    errno.ENOTDIR: "en del av sökvägen är en fil, inte en mapp",
    errno.EEXIST: "det finns redan något med det namnet",
    errno.ENOTEMPTY: "mappen är inte tom",
    errno.ENOSPC: "disken är full",
    errno.EDQUOT: "ditt utrymme är fullt",
    errno.EROFS: "disken är skrivskyddad",
    errno.ENAMETOOLONG: "namnet är för långt",
    errno.ELOOP: "länkar pekar på varandra i ring",
    errno.EIO: "disken svarar inte som den ska",
}


def system_reason(problem: OSError) -> str:
    """Return why a file could not be read or written, as part of a sentence."""
    return _REASONS.get(problem.errno or 0, f"felkod {problem.errno}" if problem.errno else "okänt fel")
