"""förslag.yaml: whose a proposal is, what it changes, and the facts of the document that differ."""

from __future__ import annotations

from generator.content.findings import Findings
from generator.content.folders import Folder, inside
from generator.content.ids import is_id, report_form
from generator.content.models import ForslagRecord
from generator.content.proposals.listing import FILE
from generator.content.records import read_record
from generator.content.source import read_source
from generator.content.unused import unused_file
from generator.content.yaml_tree import Tree, parse_yaml
from generator.diagnostics import did_you_mean
from generator.diagnostics.values import dataclass

MAIN = ("huvudförslag", "huvudförslaget")
"""What a proposal says it changes when that is no other proposal; so does one that says nothing."""
_OWN = ("titel", "ändrar")


@dataclass(slots=True)
class Facts:
    """What a proposal is: its folder, who proposes it, its title, and what differs from dokument.yaml."""

    home: Folder
    record: ForslagRecord
    tree: Tree

    @property
    def title(self) -> str:
        """What the proposal is called in the document."""
        return self.record.titel or f"Förslag från {self.record.avsandare}"

    def of_document(self) -> Tree:
        """Return what the document says otherwise than the main one."""
        data = {key: value for key, value in self.tree.data.items() if key not in _OWN}
        return Tree(data, self.tree.values, self.tree.keys, self.tree.start, self.tree.broken)


def proposal_folders(document: Folder, proposals: Folder, findings: Findings) -> list[Folder]:
    """Return the folders of a document's proposals; what cannot be one is noted (S002, S006, I002)."""
    found = []
    for entry in proposals.entries:
        if not entry.is_folder:
            unused_file(entry, proposals, findings)
            continue
        home = inside(proposals, entry, findings)
        if entry.name in MAIN:
            hint = "Döp mappen efter den som lägger fram förslaget."
            message = f"Ett förslag kan inte heta ”{entry.name}”: så heter det som förslagen ändrar"
            findings.error("I002", message, proposals.position(entry), hint)
        elif home.file(FILE) is None:
            hint = "Skriv där vem som lägger fram det: ”avsändare: …”."
            message = f"Förslaget ”{entry.name}” till {document.name} saknar filen {FILE}"
            findings.error("S002", message, proposals.position(entry), hint)
        else:
            report_form(entry.name, proposals.position(entry), findings)
            if is_id(entry.name):
                found.append(home)
    return found


def read_facts(home: Folder, findings: Findings) -> Facts | None:
    """Return what the file says, or None when it says too little."""
    entry = home.file(FILE)
    source = read_source(entry.path, home.root, findings) if entry is not None else None
    if source is None:
        return None
    tree = parse_yaml(source, findings)
    record = read_record(ForslagRecord, tree, findings)
    return Facts(home, record, tree) if record is not None else None


def chain(name: str, homes: dict[str, Folder], findings: Findings) -> list[Facts]:
    """Return the proposals to lay over each other, the one nearest the main one first.

    Empty when one of them cannot be read, is not there (S009), or they change each other (L003).
    """
    found: list[Facts] = []
    seen: list[str] = []
    while name not in MAIN:
        facts = read_facts(homes[name], findings)
        if facts is None:
            return []
        found.insert(0, facts)
        seen.append(name)
        below = facts.record.andrar or MAIN[0]
        place = facts.tree.place(("ändrar",))
        if below in seen:
            road = " → ".join(f"”{each}”" for each in (*seen[seen.index(below) :], below))
            message = f"Förslagen ändrar varandra i ring: {road}"
            if below == name:
                message = f"Förslaget ”{name}” ändrar sig självt"
            findings.error("L003", message, place, f"Skriv {MAIN[0]}, eller ett annat förslags mapp.")
            return []
        if below not in homes and below not in MAIN:
            hint = did_you_mean(below, [*homes, MAIN[0]], f"Skriv {MAIN[0]} eller ett annat förslags mapp.")
            findings.error("S009", f"Det finns inget förslag ”{below}” att ändra", place, hint)
            return []
        name = below
    return found
