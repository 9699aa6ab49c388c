"""Loading: the same scenario from a slug, a folder, a file or a journal's first line."""

from __future__ import annotations

import json
import random

import pytest

from scenarios.finding import NotPlayableError
from scenarios.loader import LIBRARY, digest_of, from_document, library, load
from tests.scenarios.workshop import SMALL, Workshop


def test_a_slug_a_folder_and_a_file_are_the_same_scenario() -> None:
    """However it is named, the document and its digest are the same."""
    digests = {load(where).digest for where in ("small", SMALL, SMALL / "scenario.yaml")}
    assert len(digests) == 1
    assert "small" in library()
    assert library() == sorted(library())


def test_the_document_survives_json() -> None:
    """What a journal carries gives the same scenario in every language, and the same digest."""
    loaded = load("small")
    again = from_document(json.loads(json.dumps(loaded.document)))
    assert again.digest == loaded.digest
    assert again.findings == []
    for language in ("nb", "nn", "en"):
        assert again.scenario(language) == loaded.scenario(language)


def test_the_digest_does_not_depend_on_the_order_of_keys() -> None:
    """Canonical JSON: shuffled keys give the same digest, another word gives another."""
    source = load("small").document["source"]
    keys = list(source)
    random.Random(7).shuffle(keys)
    shuffled = {"source": {key: source[key] for key in keys}, "overlays": {}}
    assert digest_of(shuffled) == digest_of({"overlays": {}, "source": source})
    assert digest_of(shuffled) != digest_of({"source": source | {"title": "x"}, "overlays": {}})


def test_a_scenario_is_read_in_the_language_asked_for() -> None:
    """Texts change with the language; structure does not."""
    loaded = load("small")
    told = {language: loaded.scenario(language) for language in loaded.languages}
    assert told["nb"].title == "Tuva slutter på SFO"
    assert told["nn"].title == "Tuva sluttar på SFO"
    assert told["en"].seats[0].card.can[0] == "Talk with Tuva and her parents whenever you like"
    assert told["en"].situation.curve[3].cause == "One more new adult wanted to talk with Tuva."
    assert told["en"].situation.curve[3].add == told["nb"].situation.curve[3].add
    assert loaded.scenario("nn") is loaded.scenario("nn")


def test_a_missing_text_stands_in_bokmal_and_is_told(bench: Workshop) -> None:
    """An unfinished translation can be played, and says what it lacks."""
    bench.edit("en.yaml", "  V1: {text: I miss Jo. It was the two of us at the club.}\n", "")
    loaded = bench.load()
    assert loaded.scenario("en").voices[0].text == "Jeg savner Jo. Det var vi to på SFO."
    assert [finding.path for finding in loaded.findings] == ["voices.V1"]


def test_a_declared_language_needs_its_file(bench: Workshop) -> None:
    """A language without overlay is a finding at the line that declares it."""
    (bench.folder / "en.yaml").unlink()
    finding = bench.load().findings[0]
    assert finding.code == "overlay.missing-file"
    assert finding.line == bench.line_of("scenario.yaml", "languages:")


def test_an_overlay_of_an_undeclared_language_is_told(bench: Workshop) -> None:
    """A file that nothing reads is not left lying in silence."""
    bench.edit("scenario.yaml", "languages: [nb, nn, en]", "languages: [nb, nn]")
    assert [finding.code for finding in bench.load().findings] == ["overlay.undeclared"]


def test_lists_are_joined_over_included_files(bench: Workshop) -> None:
    """A list may go on in another file, and its findings name that file and line."""
    bench.edit("scenario.yaml", "situation.yaml]", "situation.yaml, more/facts.yaml]")
    (bench.folder / "more").mkdir()
    (bench.folder / "more" / "facts.yaml").write_text("voices:\n  - id: V5\n    speaker: cat\n")
    findings = [finding for finding in bench.load().findings if finding.path.startswith("voices")]
    assert {finding.path for finding in findings} == {
        "voices.V5.speaker",
        "voices.V5.scene",
        "voices.V5.text",
    }
    assert {finding.file for finding in findings} == {str(bench.folder / "more" / "facts.yaml")}
    by_path = {finding.path: finding.line for finding in findings}
    assert by_path["voices.V5.speaker"] == 3


def test_a_key_that_cannot_be_joined_stands_in_one_file(bench: Workshop) -> None:
    """The same text key in two files names both places."""
    with (bench.folder / "people.yaml").open("a") as stream:
        stream.write("\ntitle: Noe annet\n")
    finding = bench.load().findings[0]
    assert finding.code == "file.twice"
    assert "scenario.yaml:" in finding.wrong
    assert finding.file.endswith("people.yaml")


@pytest.mark.parametrize("name", ["../outside.yaml", "/etc/hostname", "scenario.yaml", "."])
def test_an_include_stays_below_its_folder(bench: Workshop, name: str) -> None:
    """No scenario reads files that are not its own."""
    (bench.folder.parent / "outside.yaml").write_text("title: Utenfor\n")
    bench.edit("scenario.yaml", "situation.yaml]", f"situation.yaml, {name}]")
    finding = bench.load().findings[0]
    assert finding.code in {"file.include", "file.missing"}
    assert finding.line >= 1


def test_a_scenario_with_faults_in_its_structure_is_not_played(bench: Workshop) -> None:
    """Asking for it raises what an author would be told."""
    bench.edit("story.yaml", "channel: phone", "channel: fax")
    loaded = bench.load()
    assert loaded.languages == []
    with pytest.raises(NotPlayableError, match="none of the allowed words"):
        loaded.scenario()


def test_what_is_not_there_is_told(tmp_path: object) -> None:
    """A file, a folder or a slug that does not exist is one unreadable finding."""
    for where in ("no-such-slug", f"{tmp_path}", f"{tmp_path}/none.yaml"):
        findings = load(where).findings
        assert [finding.unreadable for finding in findings] == [True]
        assert str(findings[0]).count(": ") >= 3


def test_library_folders_hold_nothing_but_texts() -> None:
    """Everything in the library is YAML that the loader reads."""
    assert {file.suffix for file in LIBRARY.rglob("*") if file.is_file()} <= {".yaml"}
