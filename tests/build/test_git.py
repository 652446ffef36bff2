"""Git revisions as versions: read as they were, nothing touched, nothing run."""

from __future__ import annotations

import os
import sys
import unicodedata
from pathlib import Path

import pytest

from generator.build import git_run
from generator.build.git import content_at, history, is_revision, is_shallow
from generator.build.git_run import ask
from generator.build.git_tree import is_harmless
from generator.build.start import Start, begin
from generator.build.workspace import Workspace
from generator.cli.main import main
from generator.content import read_corpus
from generator.diagnostics import StyrdokError
from tests.support.repository import commit, git, needs_git

PLAN = "verksamhetsplan-2027/styrelsen"
TOP = "regionplan-2027-2029"

pytestmark = needs_git


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A small organisation in a repository: first as init makes it, then with another introduction."""
    content = begin(tmp_path, Start("Region Åäö", "perspektiv", 2027))
    git(tmp_path, "init", "--quiet")
    commit(tmp_path, "Början")
    _edit(content / PLAN / "1-inledning.md", "vad som är viktigt", "vad som är viktigast")
    commit(tmp_path, "Ny inledning")
    return Workspace(content, tmp_path / "output")


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def _introduction(workspace: Workspace) -> str:
    korpus = read_corpus(workspace.content).korpus
    assert korpus is not None
    return str(korpus.dokument[PLAN].kapitel_fore[0].text)


def _all(folder: Path) -> dict[str, tuple[bytes, int]]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def test_a_revision_is_read_as_it_was_and_nothing_is_touched(workspace: Workspace) -> None:
    _edit(workspace.content / PLAN / "1-inledning.md", "viktigast", "allra viktigast")
    (workspace.content / "arkiv").mkdir()
    (workspace.content / "arkiv" / "fryst.docx").write_bytes(b"x")
    git(workspace.base, "add", "--all")
    git(workspace.base, "commit", "--quiet", "-m", "Arkiv", "--", "content/region-åäö/arkiv")
    before = _all(workspace.base)
    with content_at(workspace, "HEAD~2") as first, content_at(workspace, "HEAD") as second:
        assert "vad som är viktigt" in _introduction(first)
        assert not (second.content / "arkiv").exists()
        assert "vad som är viktigast" in _introduction(second)
        assert "allra" not in _introduction(second)
        assert first.content.name == workspace.content.name
        folder = first.base
    assert "allra viktigast" in _introduction(workspace)
    assert not folder.exists()
    assert _all(workspace.base) == before


def test_templates_are_those_of_the_revision_the_organisations_own_first(workspace: Workspace) -> None:
    own, beside = workspace.content / "mallar", workspace.base / "templates" / "docx"
    for folder, text in ((own, "egen"), (beside, "bredvid")):
        folder.mkdir(parents=True)
        (folder / f"{text}.docx").write_bytes(text.encode())
    commit(workspace.base, "Mallar")
    (own / "egen.docx").write_bytes(b"ny")
    (beside / "bredvid.docx").write_bytes(b"ny")
    with content_at(workspace, "HEAD") as then:
        assert then.template("egen.docx").read_bytes() == b"egen"
        assert then.template("bredvid.docx").read_bytes() == b"bredvid"


def test_templates_that_are_in_no_repository_are_taken_as_they_are(tmp_path: Path) -> None:
    content = begin(tmp_path, Start("Region", "perspektiv", 2027))
    git(content, "init", "--quiet")
    commit(content, "Början")
    beside = tmp_path / "templates" / "docx"
    beside.mkdir(parents=True)
    (beside / "bas.docx").write_bytes(b"nu")
    with content_at(Workspace(content, tmp_path / "output"), "HEAD") as then:
        assert then.template("bas.docx").read_bytes() == b"nu"
        assert PLAN in read_corpus(then.content).documents


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("--output=x", "kan inte vara namnet på en revision"),
        ("-h", "kan inte vara namnet på en revision"),
        ("", "kan inte vara namnet på en revision"),
        ("HEAD\n~1", "kan inte vara namnet på en revision"),
        ("finns-inte", "känner inte till revisionen ”finns-inte”"),
        ("HEAD~99", "känner inte till revisionen ”HEAD~99”"),
        ("HEAD:content", "känner inte till revisionen"),
    ],
)
def test_what_is_no_revision_is_said_in_a_sentence(workspace: Workspace, name: str, said: str) -> None:
    assert not is_revision(workspace, name)
    with pytest.raises(StyrdokError, match=said) as told, content_at(workspace, name):
        pass
    assert told.value.hint


def test_a_name_of_two_things_is_ambiguous(workspace: Workspace) -> None:
    git(workspace.base, "branch", "dubbel", "HEAD~1")
    git(workspace.base, "tag", "dubbel", "HEAD")
    with pytest.raises(StyrdokError, match="flera revisioner"), content_at(workspace, "dubbel"):
        pass
    assert is_revision(workspace, "refs/heads/dubbel")
    assert is_revision(workspace, git(workspace.base, "rev-parse", "HEAD").strip()[:12])


def test_a_folder_that_had_another_name_is_pointed_out(workspace: Workspace) -> None:
    git(workspace.base, "mv", "content/region-åäö", "content/region-ny")
    commit(workspace.base, "Nytt namn")
    renamed = Workspace(workspace.content.with_name("region-ny"), workspace.output)
    with pytest.raises(StyrdokError, match="fanns inte i revisionen HEAD~1") as told:
        content_at(renamed, "HEAD~1").__enter__()
    assert "content/region-åäö" in told.value.hint


def test_without_git_or_a_repository_a_sentence_says_so(
    tmp_path: Path, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = tmp_path / "utanför"
    content = begin(alone, Start("Region", "perspektiv", 2027))
    monkeypatch.setattr("generator.build.git_run._OURS", {"GIT_CEILING_DIRECTORIES": str(tmp_path)})
    with pytest.raises(StyrdokError, match="inte i något git-förråd"):
        history(Workspace(content, tmp_path / "output"), PLAN)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(StyrdokError, match="git finns inte"):
        history(workspace, PLAN)
    assert not is_revision(workspace, "HEAD")


def test_a_shallow_clone_tells_how_to_get_the_rest(tmp_path: Path, workspace: Workspace) -> None:
    git(tmp_path, "clone", "--quiet", "--depth", "1", workspace.base.as_uri(), "grund")
    clone = Workspace(tmp_path / "grund" / "content" / "region-åäö", tmp_path / "ut")
    assert is_shallow(clone)
    assert not is_shallow(workspace)
    with pytest.raises(StyrdokError) as told, content_at(clone, "HEAD~1"):
        pass
    assert "--unshallow" in told.value.hint
    assert len(history(clone, PLAN)) == 1


def test_history_tells_what_touched_the_document_or_what_it_builds_on(workspace: Workspace) -> None:
    (workspace.base / "annat.txt").write_text("x", encoding="utf-8")
    commit(workspace.base, "Något annat")
    (workspace.content / TOP / "9-nytt.md").write_text("# Nytt\n\nText.\n", encoding="utf-8")
    commit(workspace.base, "Kapitel: »nytt« i planen")
    assert [c.rubrik for c in history(workspace, PLAN)] == [
        "Kapitel: »nytt« i planen",
        "Ny inledning",
        "Början",
    ]
    assert [c.rubrik for c in history(workspace, TOP)] == ["Kapitel: »nytt« i planen", "Början"]
    first = history(workspace, TOP)[0]
    assert (first.av, first.id.startswith(first.kort)) == ("Redaktion", True)
    with pytest.raises(StyrdokError, match="inget dokument"):
        history(workspace, "regionplan")


@pytest.mark.skipif(sys.platform == "win32", reason="skript utan ändelse körs inte där")
def test_nothing_that_the_repository_names_is_run(tmp_path: Path, workspace: Workspace) -> None:
    trace = tmp_path / "spår"
    program = tmp_path / "program.sh"
    program.write_text(f"#!/bin/sh\necho x >> '{trace}'\ncat\n", encoding="utf-8")
    program.chmod(0o755)
    (workspace.base / ".gitattributes").write_text("* filter=ond diff=ond export-subst\n", encoding="utf-8")
    commit(workspace.base, "Egenskaper")
    for name, value in {
        "filter.ond.smudge": str(program),
        "filter.ond.clean": str(program),
        "filter.ond.process": str(program),
        "diff.ond.textconv": str(program),
        "diff.external": str(program),
        "core.fsmonitor": str(program),
        "core.pager": str(program),
        "core.hooksPath": str(tmp_path),
        "log.showSignature": "true",
        "gpg.program": str(program),
        "core.sshCommand": str(program),
        "protocol.ext.allow": "always",
        "remote.origin.url": f"ext::{program}",
        "remote.origin.promisor": "true",
        "extensions.partialClone": "origin",
    }.items():
        git(workspace.base, "config", name, value)
    for hook in ("post-checkout", "reference-transaction", "post-index-change"):
        (tmp_path / hook).write_bytes(program.read_bytes())
        (tmp_path / hook).chmod(0o755)
    with content_at(workspace, "HEAD~1") as then:
        assert "viktigast" in _introduction(then)
    assert history(workspace, PLAN)
    assert not is_revision(workspace, "1" * 40)
    assert not trace.exists()


def test_links_submodules_and_odd_names_are_passed_over(workspace: Workspace) -> None:
    base = workspace.base
    prefix = "content/region-åäö"
    blob = ask(base, ("hash-object", "-w", "--stdin"), given=b"../../../ut").data.decode().strip()
    head = git(base, "rev-parse", "HEAD").strip()
    odd = {
        "länk.md": ("120000", blob),
        "modul": ("160000", head),
        "con.md": ("100644", blob),
        "a\\b.md": ("100644", blob),
        "punkt.": ("100644", blob),
        "rad\nbrytning.md": ("100644", blob),
        "bra.md": ("100644", blob),
    }
    listed = "".join(f"{mode} {id_} 0\t{prefix}/{name}\0" for name, (mode, id_) in odd.items())
    ask(base, ("update-index", "-z", "--index-info"), given=listed.encode())
    git(base, "commit", "--quiet", "-m", "Udda")
    with content_at(workspace, "HEAD") as then:
        there = {path.name for path in then.content.iterdir()}
    assert there & set(odd) == {"bra.md"}
    assert "organisation.yaml" in there


@pytest.mark.parametrize(
    "path", ["../x", "a/../b", "/x", "a//b", "C:/x", ".git/config", "x/.GIT/hooks", "aux.txt", "x ", "a\x00"]
)
def test_a_path_that_could_lead_elsewhere_is_not_written(path: str) -> None:
    assert not is_harmless(path)
    assert is_harmless("mål/1.1-ett gott liv.md")


def test_the_index_of_another_command_is_not_ours(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "annat"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    assert is_revision(workspace, "HEAD")
    assert not os.path.lexists(tmp_path / "annat")


def _stored(folder: Path, kind: str, data: bytes) -> str:
    """Put an object into the repository as it is, sound or not, and return its name."""
    source = folder / "objekt.bin"
    source.write_bytes(data)
    name = git(folder, "hash-object", "--literally", "-t", kind, "-w", str(source)).strip()
    source.unlink()
    return name


def test_a_tree_without_end_is_refused_with_bounded_memory(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(git_run, "LARGEST", 1_000_000)
    top = workspace.base
    tree = git(top, "rev-parse", "HEAD:content").strip()
    for _ in range(8):
        tree = _stored(top, "tree", b"".join(b"40000 %d\0" % n + bytes.fromhex(tree) for n in range(10)))
    bomb = git(top, "commit-tree", tree, "-m", "Bomb").strip()
    with pytest.raises(StyrdokError, match="mer än vad som kan läsas"), content_at(workspace, bomb):
        pass


def test_an_object_that_is_not_there_is_said(workspace: Workspace) -> None:
    object_ = git(workspace.base, "rev-parse", f"HEAD:content/region-åäö/{PLAN}/1-inledning.md").strip()
    (workspace.base / ".git" / "objects" / object_[:2] / object_[2:]).unlink()
    with pytest.raises(StyrdokError, match="inte i den här kopian") as told, content_at(workspace, "HEAD"):
        pass
    assert "fetch" in told.value.hint


def test_history_is_read_whatever_the_commits_and_the_settings_say(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    git(workspace.base, "config", "i18n.logOutputEncoding", "UTF-16")
    tree, parent = (git(workspace.base, "rev-parse", name).strip() for name in ("HEAD^{tree}", "HEAD~1"))
    head = f"tree {tree}\nparent {parent}\nauthor \x1b]0;x\x07 <a> 253402300800 +0000\n"
    said = "committer A <a> 253402300800 +0000\n\n\x1b[31mRött\x9b åäö\n"
    odd = _stored(workspace.base, "commit", (head + said).encode())
    git(workspace.base, "update-ref", "HEAD", odd)
    first, *_, last = history(workspace, PLAN)
    assert (first.id, first.datum, last.rubrik) == (odd, None, "Början")
    assert main(["versions", PLAN, "--content", str(workspace.content)]) == 0
    out = capsys.readouterr().out
    assert "Rött? åäö" in out
    assert not {"\x1b", "\x9b", "\x07"} & set(out)


def test_history_is_found_whatever_form_the_letters_of_a_folder_have(workspace: Workspace) -> None:
    plan = workspace.content / "verksamhetsplan-2027"
    (plan / "styrelsen").rename(plan / unicodedata.normalize("NFD", "nämnden"))
    commit(workspace.base, "Nytt namn")
    assert [c.rubrik for c in history(workspace, "verksamhetsplan-2027/nämnden")] == ["Nytt namn", "Början"]
