"""What git is told of the files of an organisation: which are text, and how Word files are compared."""

from __future__ import annotations

from pathlib import Path

from generator.build.files import write_whole

NAME = ".gitattributes"
LINES = """\
# Textfiler har samma radslut i förrådet på alla datorer, så att lika innehåll ger lika dokument.
* text=auto eol=lf
*.csv text eol=crlf

# Wordfiler jämförs som text, när git en gång har fått veta hur:
#   git config diff.docx.textconv "styrdok text --alltid"
*.docx -text -merge diff=docx
*.dotx -text -merge diff=docx

*.xlsx binary
*.pdf binary
*.png binary
*.jpg binary
"""


def tell_git(folder: Path) -> bool:
    """Write the file in the folder; False when there is one already, which is left alone.

    Raises StyrdokError when it cannot be written.
    """
    path = folder / NAME
    if path.exists() or path.is_symlink():
        return False
    write_whole(path, LINES.encode("utf-8"))
    return True
