"""The small organisation with a decided planeringsdirektiv for the year of its plan."""

from __future__ import annotations

ORDERS = "direktiv/dokument.yaml"
LIST = "direktiv/1-direktiv.md"
DIREKTIV: dict[str, str | bytes | None] = {
    ORDERS: """\
slag: planeringsdirektiv
titel: Planeringsdirektiv 2019
organ: fullmäktige
period: 2019
stadium: justerad
""",
    LIST: """\
# Direktiv

## Direktiv till nämnden

- Mäta väntan. {#mät-väntan}
- Öppna fler dörrar: {#dörrar}
  - i norr {#dörrar-norr}
  - i söder.
""",
}
