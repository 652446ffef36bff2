"""Makes the pictures of the handbook from the documents in output/: ``make pictures``.

Needs LibreOffice and pdftoppm (poppler), and Chromium for the page side by side. A picture shows the page
where a given text stands, so that it is the right one also when pages have moved; a text that is not found is
an error, not an old picture.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from pypdf import PdfReader

from generator.build.comparing import Comparison
from generator.build.sides import finding_sides
from generator.render.pages import find_libreoffice

ROOT = Path(__file__).resolve().parents[1]
OUTPUT, PICTURES = ROOT / "output", ROOT / "docs" / "bilder"
DPI = 60
SECONDS = 300


@dataclass(frozen=True)
class Picture:
    """The page of a document on which a text stands for the first time (from ``after`` on)."""

    name: str
    document: str
    text: str
    after: int = 1


PICTURES_WANTED = (
    Picture("omslag", "planeringsdirektiv-2020", "", 1),
    Picture("innehåll", "verksamhetsplan-2019-trafiknämnden", "Innehåll", 2),
    Picture("ändringar", "regionplan-2019-2021", "Ändringar sedan version", 3),
    Picture("mål", "verksamhetsplan-2019-regionstyrelsen", "Inriktningsmål – ett attraktivt Blekinge", 4),
    Picture("direktiv", "planeringsdirektiv-2020", "Direktiv till hälso- och sjukvårdsnämnden", 3),
    Picture("budget", "planeringsdirektiv-2020", "Budget per nämnd Region Blekinge", 3),
    Picture(
        "spårade-ändringar",
        "planeringsdirektiv-2020-förslag-oppositionen-ändringar",
        "Direktiv till trafiknämnden",
        3,
    ),
    Picture("måluppfyllelse", "verksamhetsberättelse-2019-tandvårdsnämnden", "Av elva inriktningsmål", 2),
    Picture("utfall", "verksamhetsberättelse-2019-trafiknämnden", "Måluppfyllelse:", 5),
)
SIDE_BY_SIDE = Picture(
    "sida-vid-sida", "planeringsdirektiv-2020", "6.4 Direktiv till regionala utvecklingsnämnden", 2
)
PROPOSAL = "oppositionen"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main() -> int:
    """Make all pictures."""
    soffice = find_libreoffice()
    if soffice is None:
        sys.stderr.write("LibreOffice behövs för bilderna.\n")
        return 2
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="styrdok-bilder-") as folder:
        for name in sorted({picture.document for picture in PICTURES_WANTED}):
            _convert(soffice, OUTPUT / f"{name}.docx", Path(folder))
        for picture in PICTURES_WANTED:
            pdf = Path(folder) / f"{picture.document}.pdf"
            _draw(pdf, _page(pdf, picture), PICTURES / picture.name)
            print(picture.name)
        _draw_side_by_side(Path(folder))
    return 0


def _draw_side_by_side(folder: Path) -> None:
    """Draw a printed page of the document beside a proposal to change it."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        sys.stderr.write(f"Chromium behövs för bilden {SIDE_BY_SIDE.name}; den är kvar som den var.\n")
        return
    page, pdf = folder / "sida.html", folder / "sida.pdf"
    document = SIDE_BY_SIDE.document
    with finding_sides(None, ROOT) as sides:
        pair = sides.pair(document, f"{document}@{PROPOSAL}")
        page.write_bytes(Comparison(*pair).as_html())
    options = ["--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
    options += ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    options += [f"--user-data-dir={folder / 'webb'}", "--no-pdf-header-footer", f"--print-to-pdf={pdf}"]
    subprocess.run([browser, *options, page.as_uri()], check=True, capture_output=True, timeout=SECONDS)
    _draw(pdf, _page(pdf, SIDE_BY_SIDE), PICTURES / SIDE_BY_SIDE.name)
    print(SIDE_BY_SIDE.name)


def _convert(soffice: Path, document: Path, folder: Path) -> None:
    profile = (folder / "profil").as_uri()
    options = [
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
    ]
    subprocess.run([str(soffice), *options, str(document)], check=True, capture_output=True, timeout=SECONDS)


def _page(pdf: Path, picture: Picture) -> int:
    """Return the number of the page, from 1."""
    for number, page in enumerate(PdfReader(pdf).pages, start=1):
        if number >= picture.after and picture.text in " ".join(page.extract_text().split()):
            return number
    raise SystemExit(f"”{picture.text}” finns inte i {picture.document}")


def _draw(pdf: Path, page: int, target: Path) -> None:
    number = ["-f", str(page), "-l", str(page), "-singlefile"]
    command = ["pdftoppm", "-png", "-r", str(DPI), *number, str(pdf), str(target)]
    subprocess.run(command, check=True, timeout=SECONDS, env={**os.environ})


if __name__ == "__main__":
    sys.exit(main())
